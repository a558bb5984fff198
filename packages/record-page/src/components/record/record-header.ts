import type { FindingBoard } from '../../findings/finding-board.js';
import { attribute, html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import type { RecordView } from '../../view/record-view.js';
import { languageTag } from '../../words/language.js';
import { accessMark } from './access-mark.js';
import { accessionLine } from '../identity/accession-line.js';
import { creatorList } from '../people/creator-list.js';
import { findingList } from '../findings/finding-list.js';
import { dateTime } from '../moment.js';

function versionMark(version: string | undefined, isQuestioned: boolean): SafeHtml | null {
  if (version === undefined && !isQuestioned) return null;
  const words = version === undefined ? 'No version' : `Version ${version}`;
  return html`<span id="at-version" tabindex="-1">${words}</span>`;
}

function kicker({ version, publicationDate, access }: RecordView, board: FindingBoard): SafeHtml {
  return html`<p class="kicker">
    ${versionMark(version, board.at('version').length > 0)}
    <span id="at-publicationDate" tabindex="-1"
      >${publicationDate === '' ? 'No date' : dateTime(publicationDate)}</span
    >
    <span id="at-access" tabindex="-1">${accessMark(access)}</span>
  </p>`;
}

function heading({ title, language }: RecordView, level: 1 | 2): SafeHtml {
  const lang = attribute('lang', language === undefined ? null : languageTag(language));
  const text = title.trim() === '' ? 'Untitled' : title;
  return level === 1
    ? html`<h1 class="record-title" id="at-title" tabindex="-1" dir="auto" ${lang}>${text}</h1>`
    : html`<h2 class="record-title" id="at-title" tabindex="-1" dir="auto" ${lang}>${text}</h2>`;
}

/** What, by whom, when, which version, for whom: the head of a record, drawn as a card with a tab. */
export function recordHeader(record: RecordView, board: FindingBoard, level: 1 | 2 = 1): SafeHtml {
  const told = (['resourceType', 'version', 'publicationDate', 'access'] as const).map((slot) =>
    findingList(board.at(slot)),
  );
  const type = record.resourceType.title;
  return html`<header class="record-header">
    <p class="tab" id="at-resourceType" tabindex="-1">${type === '' ? 'No resource type' : type}</p>
    ${kicker(record, board)} ${told} ${heading(record, level)} ${findingList(board.at('title'))}
    <div id="at-creators" tabindex="-1">
      ${creatorList(record.creators) ?? html`<p class="nothing">No creators given.</p>`}
    </div>
    ${findingList(board.at('creators'))} ${accessionLine(record)}
  </header>`;
}
