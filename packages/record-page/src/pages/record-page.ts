import { newerVersionNotice } from '../components/identity/version-list.js';
import { recordIdentity, recordTerms } from '../components/record/record-aside.js';
import { recordBody } from '../components/record/record-body.js';
import { recordHeader } from '../components/record/record-header.js';
import { renderDocument } from '../document.js';
import { buildFindingBoard } from '../findings/finding-board.js';
import type { FindingBoard } from '../findings/finding-board.js';
import { findingSummary } from '../components/findings/finding-summary.js';
import { citationMeta } from '../head/citation-meta.js';
import { buildJsonLd } from '../head/json-ld.js';
import { signpostingElements } from '../head/signposting.js';
import { attribute, html, trusted } from '../html/html.js';
import type { Content, SafeHtml } from '../html/html.js';
import { jsonInScript } from '../html/json.js';
import type { RecordView } from '../view/record-view.js';

/** What machines read in the head of a record's page. */
export function recordHead(record: RecordView): Content {
  const jsonLd = jsonInScript(record.jsonLd ?? buildJsonLd(record)).toString();
  return [
    ...citationMeta(record),
    ...signpostingElements(record),
    trusted(`<script type="application/ld+json">${jsonLd}</script>`),
  ];
}

/** The record itself, as it stands on its page, on a draft's page and, one level down, in the preview. */
export function recordArticle(record: RecordView, board: FindingBoard, level: 1 | 2 = 1): SafeHtml {
  return html`<article class="record" ${attribute('data-record', record.id)}>
    ${newerVersionNotice(record.versions)} ${recordHeader(record, board, level)}
    <div class="record-columns">
      <div class="record-body">${recordBody(record, board)}</div>
      <div class="record-identity">${recordIdentity(record, board)}</div>
      <div class="record-terms">${recordTerms(record, board)}</div>
    </div>
  </article>`;
}

/** The page of a published record, a complete HTML document. */
export function renderRecordPage(record: RecordView): string {
  const { site, title } = record;
  const board = buildFindingBoard(record.findings);
  const main = html`${findingSummary(board)} ${recordArticle(record, board)}`;
  return renderDocument({ site, title, head: recordHead(record), main });
}
