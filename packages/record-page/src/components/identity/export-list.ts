import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { ExportView } from '../../view/record-view.js';

/** The record in other formats. */
export function exportList(exports: readonly ExportView[]): SafeHtml | null {
  if (exports.length === 0) return null;
  return html`<section class="panel" aria-labelledby="export">
    <h2 id="export">Export</h2>
    <ul class="tags">
      ${exports.map(({ label, url }) => html`<li><a href="${url}">${label}</a></li>`)}
    </ul>
  </section>`;
}
