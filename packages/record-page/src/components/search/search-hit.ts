import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import { plainText } from '../../html/rich-text.js';
import type { SearchHitView } from '../../view/search-view.js';
import { accessInWords } from '../../words/access.js';
import { excerpt } from '../../words/excerpt.js';
import { dateTime } from '../moment.js';

/** One result of a search. */
export function searchHit(hit: SearchHitView): SafeHtml {
  return html`<li class="card">
    <p class="kicker">
      <span class="mark" data-access="${hit.accessRight}">${accessInWords(hit.accessRight)}</span>
      <span>${hit.resourceType}</span>
      ${hit.version !== undefined && html`<span>Version ${hit.version}</span>`}
      <span>${dateTime(hit.publicationDate)}</span>
    </p>
    <h2 class="card-title" dir="auto"><a href="${hit.url}">${hit.title}</a></h2>
    <p class="card-people" dir="auto">${hit.creators.join('; ')}</p>
    ${hit.description !== undefined && html`<p class="excerpt" dir="auto">${excerpt(plainText(hit.description))}</p>`}
    ${hit.doi !== undefined && html`<p class="card-facts"><span class="identifier">${hit.doi}</span></p>`}
  </li>`;
}
