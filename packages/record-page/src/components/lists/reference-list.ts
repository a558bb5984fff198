import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';

/** The references that the record itself lists. */
export function referenceList(references: readonly string[]): SafeHtml {
  return html`<ol class="references">
    ${references.map((reference) => html`<li>${reference}</li>`)}
  </ol>`;
}
