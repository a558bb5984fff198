import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';

/** Keywords and subjects. */
export function keywordList(keywords: readonly string[]): SafeHtml {
  return html`<ul class="tags">
    ${keywords.map((keyword) => html`<li dir="auto">${keyword}</li>`)}
  </ul>`;
}
