import type { RecordView } from './record-view.js';

/** What one of the three parties would publish, has published, or why it cannot. */
export type PreviewOutcome =
  | { readonly kind: 'record'; readonly record: RecordView }
  | {
      readonly kind: 'failure';
      /** For example `citation-cff`, `licence`. */
      readonly stage?: string;
      readonly message: string;
    }
  | { readonly kind: 'absent'; readonly message: string };

/** The metadata preview of one release. */
export interface PreviewView {
  /** What we will publish; its `findings` are told at their fields. */
  readonly record: RecordView;
  /** What Zenodo's GitHub integration would have published for the same tag. */
  readonly githubIntegration: PreviewOutcome;
  readonly lastPublished: PreviewOutcome;
  /** For example `lukhas` and the command that made the page. */
  readonly project?: string;
}
