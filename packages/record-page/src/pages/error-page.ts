import { renderDocument } from '../document.js';
import { html } from '../html/html.js';
import type { SiteView } from '../view/site-view.js';

const names: Readonly<Record<number, string>> = {
  400: 'This request cannot be answered',
  403: 'This page is not for you',
  404: 'There is no such page',
  405: 'This cannot be done here',
  410: 'This record was removed',
  429: 'Too many requests',
  500: 'Something went wrong here',
};

/** Where the error page leads when nothing else is said. */
const plainSite: SiteView = { name: 'Local Zenodo', homeUrl: '/' };

/** The page of an HTTP error. `message` is shown as text, whatever is in it. */
export function renderErrorPage(status: number, message: string, site = plainSite): string {
  const name = names[status] ?? (status >= 500 ? 'Something went wrong here' : 'This did not work');
  const main = html`<div class="error-page">
    <div class="record-header">
      <p class="tab">Error ${status}</p>
      <h1>${name}</h1>
      <p>${message}</p>
      <p class="accession"><a class="button" href="${site.homeUrl}">To the front page</a></p>
    </div>
  </div>`;
  return renderDocument({ site, title: `${status} ${name}`, main });
}
