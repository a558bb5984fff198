import type { SiteView } from './site-view.js';
import type { PagingView } from './upload-list-view.js';

/** One record in a list of results. */
export interface SearchHitView {
  readonly url: string;
  readonly title: string;
  readonly creators: readonly string[];
  readonly publicationDate: string;
  readonly resourceType: string;
  readonly accessRight: string;
  readonly version?: string;
  readonly doi?: string;
  /** Untrusted HTML; shown as plain text, shortened. */
  readonly description?: string;
}

/** The front page (no query) and the search page. */
export interface SearchView {
  readonly site: SiteView;
  /** What was asked; empty on the front page. */
  readonly query: string;
  readonly hits: readonly SearchHitView[];
  readonly total: number;
  readonly paging?: PagingView;
}
