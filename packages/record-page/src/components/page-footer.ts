import { html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';
import type { SiteView } from '../view/site-view.js';

/** The end of every page: which service this was. */
export function pageFooter(site: SiteView): SafeHtml {
  return html`<footer class="page-footer">
    <p><a href="${site.homeUrl}">${site.name}</a>, drawn by nx-zenodo. Not zenodo.org.</p>
    <p class="unseen" role="status" aria-live="polite" data-live></p>
  </footer>`;
}
