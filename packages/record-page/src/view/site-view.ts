/** The service that shows the page. */
export interface SiteView {
  /** Name in the masthead, for example `Local Zenodo`. */
  readonly name: string;
  readonly homeUrl: string;
  /** Address of the search form's GET (`?q=`); without it there is no form. */
  readonly searchUrl?: string;
  /** Address of the upload list; without it there is no link. */
  readonly uploadsUrl?: string;
  /** Said on every page, for example that nothing here is registered with DataCite. */
  readonly notice?: string;
}
