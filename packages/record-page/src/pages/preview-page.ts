import { compareRecords } from '../comparison/compare-records.js';
import { comparisonTable } from '../components/findings/comparison-table.js';
import { findingSummary } from '../components/findings/finding-summary.js';
import { outcomeCards } from '../components/findings/outcome-cards.js';
import { renderDocument } from '../document.js';
import { buildFindingBoard } from '../findings/finding-board.js';
import { html } from '../html/html.js';
import type { PreviewView } from '../view/preview-view.js';
import { recordArticle } from './record-page.js';

function lead({ project }: PreviewView) {
  return html`<header class="list-header">
    <h1>Preview${project !== undefined && html` of <bdi>${project}</bdi>`}</h1>
    <p class="quiet">
      Nothing was sent anywhere. This is what the record will look like, and what was found about
      it.
    </p>
  </header>`;
}

/**
 * The metadata preview of a release as one self-contained file: the three outcomes side by side, field by
 * field, and the record as it will look with every finding at its field. Machine-readable metadata is left
 * out: a preview is not the record.
 */
export function renderPreviewPage(view: PreviewView): string {
  const { record } = view;
  const board = buildFindingBoard(record.findings);
  const main = html`${lead(view)} ${outcomeCards(view)} ${findingSummary(board)}
  ${comparisonTable(compareRecords(view), board)} ${recordArticle(record, board, 2)}`;
  return renderDocument({ site: record.site, title: `Preview: ${record.title}`, main });
}
