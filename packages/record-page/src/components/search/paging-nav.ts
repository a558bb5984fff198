import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { PagingView } from '../../view/upload-list-view.js';

/** The neighbours of one page of a list. */
export function pagingNav(paging: PagingView | undefined): SafeHtml | null {
  if (paging === undefined || paging.pageCount < 2) return null;
  return html`<nav class="paging" aria-label="Pages">
    ${paging.previousUrl !== undefined && html`<a class="button" rel="prev" href="${paging.previousUrl}">Previous</a>`}
    <span>Page ${paging.page} of ${paging.pageCount}</span>
    ${paging.nextUrl !== undefined && html`<a class="button" rel="next" href="${paging.nextUrl}">Next</a>`}
  </nav>`;
}
