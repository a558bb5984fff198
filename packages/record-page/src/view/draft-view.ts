import type { RecordView } from './record-view.js';

/** A draft as its owner sees it: what the record would be, and what still stands in the way of publishing. */
export interface DraftView {
  readonly record: RecordView;
  /** `unsubmitted`: never published; `inprogress`: an edit of a published record. */
  readonly state: 'unsubmitted' | 'inprogress';
  /** Page of the published record, where there is one. */
  readonly publishedUrl?: string;
  /** API address of the deposition, shown for scripts. */
  readonly apiUrl?: string;
}
