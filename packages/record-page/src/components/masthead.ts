import { html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';
import type { SiteView } from '../view/site-view.js';
import { markIcon, themeIcon } from './icon.js';
import { searchForm } from './search/search-form.js';

// Without script the button would do nothing, so script takes `hidden` away.
const themeButton = html`<button class="button quiet-button" type="button" hidden data-theme-toggle>
  ${themeIcon}<span data-theme-label>Theme</span>
</button>`;

function noticeBand(notice: string): SafeHtml {
  return html`<aside class="notice" aria-label="About this service"><p>${notice}</p></aside>`;
}

/** The top of every page: which service this is, what it is not, and the ways onward. */
export function masthead(site: SiteView, query = ''): SafeHtml {
  return html`${site.notice !== undefined && noticeBand(site.notice)}
    <header class="masthead">
      <div class="masthead-inner">
        <a class="home" href="${site.homeUrl}">${markIcon}<span>${site.name}</span></a>
        ${site.searchUrl !== undefined && searchForm(site.searchUrl, query)}
        <nav class="masthead-nav" aria-label="Site">
          ${site.uploadsUrl !== undefined && html`<a class="button quiet-button" href="${site.uploadsUrl}">My uploads</a>`}
          ${themeButton}
        </nav>
      </div>
    </header>`;
}
