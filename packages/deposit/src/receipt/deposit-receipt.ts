import type { MetadataDifference } from '../compare/compare-metadata.js';
import type { ReleasePlace } from '../release/release-place.js';

/** One file as it was published. */
export interface ReceiptFile {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly md5: string;
}

/** What is kept of a deposit: enough to find the record, to cite it, and to audit it any day later. */
export interface SavedReceipt extends ReleasePlace {
  /** Equal to the deposition id: draft and record share it. */
  readonly recordId: number;
  readonly doi: string;
  /** Null for a record with a DOI minted elsewhere: Zenodo gives its concept none. */
  readonly conceptDoi: string | null;
  readonly recordUrl: string;
  /** In upload order. */
  readonly files: readonly ReceiptFile[];
  /** The links of the chain of digests that the record was made from. */
  readonly chain: {
    readonly signatureSha256: string;
    readonly manifestSha256: string;
    readonly metadataSha256: string;
    readonly bundleSha256: string;
  };
  /** Why it was published without a rehearsal; null where there was one, or none was needed. */
  readonly skippedRehearsal: string | null;
  /** Metadata that Zenodo kept otherwise than it was sent. */
  readonly differences: readonly MetadataDifference[];
  /** Which request `answer` answers; `read` where the receipt was made again from the published record. */
  readonly answerTo: 'publish' | 'read';
  /** Zenodo's answer, verbatim. */
  readonly answer: unknown;
}

/** A receipt together with what the run that returned it came to. */
export interface DepositReceipt extends SavedReceipt {
  readonly outcome: 'published' | 'edited' | 'unchanged';
}
