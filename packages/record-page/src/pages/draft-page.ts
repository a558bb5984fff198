import { findingSummary } from '../components/findings/finding-summary.js';
import { renderDocument } from '../document.js';
import { buildFindingBoard } from '../findings/finding-board.js';
import { html } from '../html/html.js';
import type { DraftView } from '../view/draft-view.js';
import { recordArticle } from './record-page.js';

const words: Readonly<Record<DraftView['state'], string>> = {
  unsubmitted: 'This is a draft. Nobody else sees it, and it can still be changed or deleted.',
  inprogress:
    'This is an open edit of a published record. Readers see the published state until it is published.',
};

/** The page of a draft: the record as it would look, and that it is none yet. */
export function renderDraftPage(view: DraftView): string {
  const { record, state, publishedUrl, apiUrl } = view;
  const banner = html`<div class="banner" data-banner="draft">
    <p><strong>Draft.</strong> ${words[state]}</p>
    ${publishedUrl !== undefined && html`<p><a href="${publishedUrl}">Published record</a></p>`}
    ${apiUrl !== undefined && html`<p class="quiet">API: <code>${apiUrl}</code></p>`}
  </div>`;
  const title = record.title.trim() === '' ? `Draft ${record.id}` : `Draft: ${record.title}`;
  const board = buildFindingBoard(record.findings);
  const main = html`${banner} ${findingSummary(board)} ${recordArticle(record, board)}`;
  return renderDocument({ site: record.site, title, main });
}
