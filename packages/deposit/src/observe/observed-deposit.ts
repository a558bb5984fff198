import type {
  DoneDeposition,
  InProgressDeposition,
  UnsubmittedDeposition,
} from '@nx-zenodo/zenodo-api';

/** A version that was published; `inprogress` where somebody has opened an edit of it. */
export type PublishedVersion = DoneDeposition | InProgressDeposition;

/** How the concept came to be known. */
export type ConceptOrigin = 'configuration' | 'receipt' | 'content';

/** A published record with our title, under a concept that nobody named. */
export interface Namesake {
  readonly recordId: number;
  readonly conceptRecordId: string;
  readonly version: string | undefined;
}

/** What stands on Zenodo, as far as it matters for one release. Read from the database, not from the index. */
export interface ObservedDeposit {
  /** The concept to publish under; null where none is known, configured or recognised. */
  readonly concept: { readonly recordId: string; readonly origin: ConceptOrigin } | null;
  /** Published versions of the concept, newest first. */
  readonly versions: readonly PublishedVersion[];
  /** Edits that were opened and in which nothing was changed: nothing is lost by using them. */
  readonly untouchedEdits: ReadonlySet<number>;
  /** Open drafts: under the concept, or with our title and version where no concept is known; oldest first. */
  readonly drafts: readonly UnsubmittedDeposition[];
  /** Published records with our title and another version, where no concept is known. */
  readonly namesakes: readonly Namesake[];
  /** Ids that the index shows. It lags behind; what was created before an id that it shows, it shows too. */
  readonly indexed: ReadonlySet<number>;
}

/** Text of one metadata field, '' where it is none. */
export function metadataText(metadata: Readonly<Record<string, unknown>>, field: string): string {
  const value = metadata[field];
  return typeof value === 'string' ? value.trim() : '';
}
