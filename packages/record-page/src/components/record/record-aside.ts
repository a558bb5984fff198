import { html } from '../../html/html.js';
import type { Content, SafeHtml } from '../../html/html.js';
import type { FindingBoard } from '../../findings/finding-board.js';
import type { Slot } from '../../findings/field-slot.js';
import type { RecordView } from '../../view/record-view.js';
import { languageInWords } from '../../words/language.js';
import { whereAny } from '../section.js';
import { communityList } from '../lists/community-list.js';
import { doiPanel } from '../identity/doi-panel.js';
import { exportList } from '../identity/export-list.js';
import { factList } from '../lists/fact-list.js';
import { findingList } from '../findings/finding-list.js';
import { keywordList } from '../lists/keyword-list.js';
import { licenceList } from '../lists/licence-list.js';
import { momentTime } from '../moment.js';
import { versionList } from '../identity/version-list.js';

function panel(
  slot: Slot,
  heading: string,
  content: Content,
  board: FindingBoard,
): SafeHtml | null {
  const findings = board.at(slot);
  if (content === null && findings.length === 0) return null;
  return html`<section class="panel" aria-labelledby="at-${slot}">
    <h2 id="at-${slot}" tabindex="-1">${heading}</h2>
    ${findingList(findings)} ${content ?? html`<p class="nothing">Nothing given.</p>`}
  </section>`;
}

function details(record: RecordView): SafeHtml | null {
  const { publisher, created, updated } = record;
  return factList([
    { label: 'Publisher', content: publisher },
    ...record.facts.map(({ label, text, url }) => ({
      label,
      content:
        url === undefined ? text : html`<a rel="noopener noreferrer" href="${url}">${text}</a>`,
    })),
    { label: 'Access', content: record.access.reason },
    { label: 'Created', content: created === undefined ? null : momentTime(created) },
    { label: 'Changed', content: updated === undefined ? null : momentTime(updated) },
  ]);
}

function language({ language: code }: RecordView): SafeHtml | null {
  return code === undefined ? null : html`<p>${languageInWords(code)}</p>`;
}

/** What names the record: its DOIs and its versions. On a phone this stands above the text. */
export function recordIdentity(record: RecordView, board: FindingBoard): SafeHtml {
  const { doi, conceptDoi, doiState, versions } = record;
  return html`${doiPanel({ doi, conceptDoi, state: doiState, findings: board.at('doi') })}
  ${versionList(versions)}`;
}

/** Terms, and the facts that need no room. */
export function recordTerms(record: RecordView, board: FindingBoard): SafeHtml {
  const { licences, keywords, communities } = record;
  const licence = licences.length > 1 ? 'Licences' : 'Licence';
  return html`${panel('licences', licence, whereAny(licences, licenceList), board)}
  ${panel('keywords', 'Keywords', whereAny(keywords, keywordList), board)}
  ${panel('communities', 'Communities', whereAny(communities, communityList), board)}
  ${panel('facts', 'Details', details(record), board)}
  ${panel('language', 'Language', language(record), board)} ${exportList(record.exports)}`;
}
