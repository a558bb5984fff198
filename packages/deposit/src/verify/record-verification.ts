import type { DoiState } from '@nx-zenodo/zenodo-client';
import type { MetadataDifference } from '../compare/compare-metadata.js';
import type { DepositFinding } from '../deposit-error.js';

/** One file as the record serves it, against what was published. */
export interface FileVerification {
  readonly key: string;
  /** Bytes that were published. */
  readonly size: number;
  readonly sha256: string;
  /** What the record serves; null where it serves no such file. */
  readonly served: { readonly size: number; readonly sha256: string } | null;
}

/** What a published record came to when it was read and downloaded again. */
export interface RecordVerification {
  readonly recordId: number;
  readonly recordUrl: string;
  readonly doi: string;
  readonly doiState: DoiState;
  readonly files: readonly FileVerification[];
  /** Null where this token may not read the deposition, or an edit hides it: only the files were verified. */
  readonly metadata: readonly MetadataDifference[] | null;
  /** Errors where bytes differ, warnings where metadata does. None means that all holds. */
  readonly findings: readonly DepositFinding[];
}
