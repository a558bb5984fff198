import type { SiteView } from './site-view.js';

/** How an upload is begun at a service that has no form for it. */
export interface NewUploadView {
  readonly site: SiteView;
  /** Where the API is. */
  readonly apiUrl: string;
  /** Token as the commands name it; a placeholder where nobody but its owner may know it. */
  readonly token: string;
  readonly uploadsUrl: string;
}
