import type { DoiState } from './doi-view.js';
import type { SiteView } from './site-view.js';

/** One row of the list of uploads. */
export interface UploadView {
  readonly id: string;
  /** May be empty: a new draft has no title. */
  readonly title: string;
  readonly url: string;
  /** As the deposit API says it: never published, published, published with an open edit. */
  readonly state: 'unsubmitted' | 'inprogress' | 'done';
  readonly version?: string;
  readonly doi?: string;
  readonly doiState?: DoiState;
  readonly resourceType?: string;
  readonly creators: readonly string[];
  readonly fileCount: number;
  /** Bytes of all files. */
  readonly totalSize: number;
  /** ISO 8601. */
  readonly modified: string;
}

/** Addresses of the neighbours in a paged list. */
export interface PagingView {
  readonly page: number;
  readonly pageCount: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
}

/** One page of uploads, as their owner sees them. */
export interface UploadListView {
  readonly site: SiteView;
  /** Whose uploads these are. */
  readonly owner?: string;
  readonly uploads: readonly UploadView[];
  /** All uploads, also those of other pages. */
  readonly total: number;
  readonly paging?: PagingView;
}
