import { attribute, html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';
import type { FindingBoard } from '../findings/finding-board.js';
import type { RecordView } from '../view/record-view.js';
import { languageTag } from '../words/language.js';
import { accessMark } from './access-mark.js';
import { creatorList } from './creator-list.js';
import { findingList } from './finding-list.js';
import { dateTime } from './moment.js';

/** What, by whom, when, which version, for whom: the head of a record. */
export function recordHeader(record: RecordView, board: FindingBoard): SafeHtml {
  const { title, version, language } = record;
  const heading = title.trim() === '' ? 'Untitled' : title;
  return html`<header class="record-header">
    <p class="kicker">
      <span id="at-resourceType" tabindex="-1">${record.resourceType.title}</span>
      ${version !== undefined && html`<span id="at-version" tabindex="-1">Version ${version}</span>`}
      <span id="at-publicationDate" tabindex="-1">${dateTime(record.publicationDate)}</span>
      <span id="at-access" tabindex="-1">${accessMark(record.access)}</span>
    </p>
    ${(['resourceType', 'version', 'publicationDate', 'access'] as const).map((slot) => findingList(board.at(slot)))}
    <h1
      id="at-title"
      tabindex="-1"
      ${attribute('lang', language === undefined ? null : languageTag(language))}
    >
      ${heading}
    </h1>
    ${findingList(board.at('title'))}
    <div id="at-creators" tabindex="-1">
      ${creatorList(record.creators) ?? html`<p class="nothing">No creators given.</p>`}
    </div>
    ${findingList(board.at('creators'))}
  </header>`;
}
