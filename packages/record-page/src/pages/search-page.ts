import { pagingNav } from '../components/search/paging-nav.js';
import { searchHit } from '../components/search/search-hit.js';
import { renderDocument } from '../document.js';
import { html } from '../html/html.js';
import type { SearchView } from '../view/search-view.js';
import { counted } from '../words/size.js';

function heading({ query, site }: SearchView): string {
  return query === '' ? site.name : `Results for “${query}”`;
}

/** The page of search results; with an empty query the front page with the newest records. */
export function renderSearchPage(view: SearchView): string {
  const { site, hits, total, query } = view;
  const main = html`<header class="list-header">
      <h1>${heading(view)}</h1>
      <p class="quiet">${counted(total, 'record')}${query === '' && ', newest first'}</p>
    </header>
    ${
      hits.length === 0
        ? html`<p class="empty">
            ${query === '' ? 'Nothing is published yet.' : 'No record matches.'}
          </p>`
        : html`<ul class="cards">
            ${hits.map(searchHit)}
          </ul>`
    }
    ${pagingNav(view.paging)}`;
  return renderDocument({ site, title: heading(view), main, query });
}
