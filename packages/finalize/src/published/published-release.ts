import type { SavedReceipt } from '@nx-zenodo/deposit';
import { noDoi } from '../findings/document-findings.js';
import { throwErrors } from '../findings/finalize-error.js';
import { parseDoi } from '../doi/doi.js';

/** One file as the record serves it. */
export interface PublishedFile {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** What is written about a release once it is published. */
export interface PublishedRelease {
  readonly name: string;
  readonly version: string;
  /** Bare version DOI. */
  readonly doi: string;
  /** Bare concept DOI; the version DOI where Zenodo gave the concept none. */
  readonly conceptDoi: string;
  readonly recordUrl: string;
  /** Scheme, host and port of the site of the record. */
  readonly site: string;
  /** `YYYY-MM-DD`; null where the answer names none. */
  readonly publicationDate: string | null;
  readonly files: readonly PublishedFile[];
}

/** Which of its two DOIs a document names: all versions, or this one. */
export type DoiChoice = 'concept' | 'version';

/** The DOI that is meant, without `https://doi.org/`. */
export function chosenDoi(published: PublishedRelease, choice: DoiChoice): string {
  return choice === 'concept' ? published.conceptDoi : published.doi;
}

/** What is read of a receipt. */
export type ReceiptPart = Pick<
  SavedReceipt,
  'release' | 'doi' | 'conceptDoi' | 'recordUrl' | 'files' | 'answer'
>;

/**
 * What a receipt says about the published release.
 *
 * @throws FinalizeError NZ8002 when a DOI in it is none
 */
export function publishedRelease(receipt: ReceiptPart): PublishedRelease {
  const doi = parseDoi(receipt.doi);
  const conceptDoi = parseDoi(receipt.conceptDoi ?? receipt.doi);
  throwErrors([
    ...(doi === null ? [noDoi('doi', receipt.doi)] : []),
    ...(conceptDoi === null ? [noDoi('conceptDoi', receipt.conceptDoi ?? '')] : []),
  ]);
  return {
    ...receipt.release,
    doi: doi ?? receipt.doi,
    conceptDoi: conceptDoi ?? receipt.doi,
    recordUrl: receipt.recordUrl,
    site: new URL(receipt.recordUrl).origin,
    publicationDate: publicationDate(receipt.answer),
    files: receipt.files.map(({ key, size, sha256 }) => ({ key, size, sha256 })),
  };
}

function publicationDate(answer: unknown): string | null {
  const metadata = member(answer, 'metadata');
  const date = member(metadata, 'publication_date');
  return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null;
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
