import type { BundleEntry } from '@nx-zenodo/bundle';
import type {
  DepositMetadata,
  DoneDeposition,
  InProgressDeposition,
  UnsubmittedDeposition,
} from '@nx-zenodo/zenodo-api';
import type { MetadataDifference } from '../compare/compare-metadata.js';
import type { DepositFinding } from '../deposit-error.js';

/** One request, or one check, in the order in which they are made. Each is safe to repeat after a look. */
export type DepositStep =
  | { readonly do: 'create'; readonly metadata: DepositMetadata }
  | { readonly do: 'start-version'; readonly of: DoneDeposition }
  | { readonly do: 'open-edit'; readonly of: DoneDeposition }
  | { readonly do: 'resume'; readonly draft: UnsubmittedDeposition | InProgressDeposition }
  | { readonly do: 'discard'; readonly draft: UnsubmittedDeposition | InProgressDeposition }
  | { readonly do: 'update-metadata'; readonly metadata: DepositMetadata }
  | { readonly do: 'delete-files'; readonly keys: readonly string[] }
  /** There already with the same size and md5: nothing is sent. */
  | { readonly do: 'keep-files'; readonly files: readonly BundleEntry[] }
  | { readonly do: 'upload-files'; readonly files: readonly BundleEntry[] }
  /** The list of files on Zenodo must be exactly the wanted one. */
  | { readonly do: 'compare-files' }
  /** Observe and plan anew: nothing is published on knowledge from before the uploads. */
  | { readonly do: 'look-again' }
  | { readonly do: 'publish' };

/** By which way a publication comes about. */
export type Route = 'first' | 'version' | 'resume' | 'edit';

/** What is to be done. A function of what is wanted and what was observed, and of nothing else. */
export type DepositPlan =
  | {
      readonly kind: 'publish';
      readonly route: Route;
      readonly steps: readonly DepositStep[];
      /** For an edit: what changes. */
      readonly differences: readonly MetadataDifference[];
      /** What was seen and is left alone. */
      readonly notes: readonly DepositFinding[];
    }
  | {
      readonly kind: 'unchanged';
      readonly version: DoneDeposition;
      /** Drafts of our own that are not needed any more. */
      readonly steps: readonly DepositStep[];
    }
  /** A draft or an edit of other content stands in the way, and somebody wants to be asked. */
  | {
      readonly kind: 'ask';
      readonly draft: UnsubmittedDeposition | InProgressDeposition;
      /** What is said where nobody answers. */
      readonly finding: DepositFinding;
    }
  /** The index does not show our own draft yet, so a twin of it could be hidden too. */
  | { readonly kind: 'wait'; readonly draft: UnsubmittedDeposition }
  | { readonly kind: 'refuse'; readonly findings: readonly [DepositFinding, ...DepositFinding[]] };
