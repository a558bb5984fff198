import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { RecordView } from '../../view/record-view.js';
import { copyButton } from '../copy-button.js';

/** The foot of the card: the DOI to copy, and the way to the citations. */
export function accessionLine({ doi, citations }: RecordView): SafeHtml | null {
  if (doi === undefined) return null;
  return html`<p class="accession">
    <span class="accession-label">DOI</span>
    <span class="doi" id="doi-of-this">${doi.value}</span>
    <span class="accession-actions">
      ${copyButton('doi-of-this', 'DOI')}
      ${citations.length > 0 && html`<a class="button" href="#cite">Cite</a>`}
    </span>
  </p>`;
}
