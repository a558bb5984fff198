import type { DoiState } from '@nx-zenodo/zenodo-client';
import type { MetadataDifference } from './compare/compare-metadata.js';
import type { DepositFinding } from './deposit-error.js';
import type { Route } from './plan/deposit-plan.js';

/**
 * `member` the record is in it; `asked` its curators have a request to decide; `missing` there is none of that name,
 * which Zenodo ignores without a word, or this token may not see it.
 */
export type CommunityState = 'member' | 'asked' | 'missing';

interface DraftEvent<Kind extends string> {
  readonly kind: Kind;
  readonly depositionId: number;
  readonly url: string;
}

/** What a deposit tells while it runs. The package prints nothing; whoever listens does. */
export type DepositEvent =
  /** What stands on Zenodo was read. */
  | { readonly kind: 'observed'; readonly versions: number; readonly drafts: number }
  /** A decision: which way, with how many files to send and to keep. */
  | {
      readonly kind: 'planned';
      readonly route: Route;
      readonly uploads: number;
      readonly kept: number;
      readonly differences: readonly MetadataDifference[];
    }
  | DraftEvent<'draft-created'>
  | DraftEvent<'version-started'>
  | DraftEvent<'edit-opened'>
  | DraftEvent<'draft-resumed'>
  /** The deposit stopped and a draft stands; the next run picks it up. */
  | DraftEvent<'draft-left'>
  /** A signal ends the process; what became of the request that was under way is not known. */
  | DraftEvent<'interrupted'>
  | { readonly kind: 'draft-discarded'; readonly depositionId: number }
  /** The draft has the DOI that it will be published with. */
  | { readonly kind: 'doi-reserved'; readonly depositionId: number; readonly doi: string }
  | { readonly kind: 'metadata-updated'; readonly depositionId: number }
  /** Zenodo kept something otherwise than it was sent. */
  | {
      readonly kind: 'metadata-differs';
      readonly depositionId: number;
      readonly differences: readonly MetadataDifference[];
    }
  | { readonly kind: 'file-deleted'; readonly key: string }
  /** The previous version holds the same bytes under the same name: nothing is sent. */
  | { readonly kind: 'file-kept'; readonly key: string; readonly size: number }
  | { readonly kind: 'upload-started'; readonly key: string; readonly size: number }
  | {
      readonly kind: 'upload-progress';
      readonly key: string;
      readonly sentBytes: number;
      readonly size: number;
    }
  /** md5 and size of Zenodo's answer are those of the bytes sent, SHA-256 is that of the bundle. */
  | {
      readonly kind: 'uploaded';
      readonly key: string;
      readonly size: number;
      readonly sha256: string;
      readonly md5: string;
    }
  /** Zenodo holds other bytes than were sent; the file is sent again. */
  | { readonly kind: 'upload-repeated'; readonly key: string; readonly reason: string }
  /** The list of files on Zenodo is exactly the bundle: names, sizes, md5. */
  | { readonly kind: 'files-compared'; readonly files: number; readonly bytes: number }
  | { readonly kind: 'publishing'; readonly depositionId: number }
  /** The answer does not tell whether the request took effect; the state is read instead. */
  | { readonly kind: 'unclear'; readonly operation: string; readonly reason: string }
  | { readonly kind: 'waiting'; readonly reason: string; readonly milliseconds: number }
  | { readonly kind: 'published'; readonly recordId: number; readonly doi: string }
  /** The metadata of a published record was replaced; its DOI and files stay. */
  | { readonly kind: 'edited'; readonly recordId: number; readonly doi: string }
  | { readonly kind: 'unchanged'; readonly recordId: number; readonly doi: string }
  | {
      readonly kind: 'download-progress';
      readonly key: string;
      readonly receivedBytes: number;
      readonly size: number;
    }
  /** What the record serves under this name has the SHA-256 that was published. */
  | {
      readonly kind: 'file-verified';
      readonly key: string;
      readonly size: number;
      readonly sha256: string;
    }
  | { readonly kind: 'doi-state'; readonly doi: string; readonly state: DoiState }
  /** The published record was read, and every file downloaded again is that of the bundle. */
  | { readonly kind: 'read-back'; readonly recordId: number; readonly files: number }
  /** What became of a community that was asked to take the record in. */
  | { readonly kind: 'community'; readonly slug: string; readonly state: CommunityState }
  | { readonly kind: 'warning'; readonly finding: DepositFinding };

/** Takes events. */
export type Report = (event: DepositEvent) => void;
