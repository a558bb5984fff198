import type { FindingBoard } from '../../findings/finding-board.js';
import type { Slot } from '../../findings/field-slot.js';
import { html } from '../../html/html.js';
import type { Content, SafeHtml } from '../../html/html.js';
import { richText } from '../../html/rich-text.js';
import type { RecordView } from '../../view/record-view.js';
import { dateInWords } from '../../words/date.js';
import { languageTag } from '../../words/language.js';
import { citationPanel } from '../identity/citation-panel.js';
import { contributorList } from '../people/contributor-list.js';
import { fileTable } from '../files/file-table.js';
import { fundingList } from '../lists/funding-list.js';
import { referenceList } from '../lists/reference-list.js';
import { relatedList } from '../lists/related-list.js';
import { section, whereAny } from '../section.js';

const rich = (text: string | undefined) =>
  text === undefined || text.trim() === '' ? null : richText(text);

const shownFiles = ({ files, archiveUrl }: RecordView) =>
  whereAny(files, (list) => fileTable(list, archiveUrl));

// Where files are kept back, not even their names are told.
function hiddenFiles({ access: { right, embargoUntil } }: RecordView): SafeHtml {
  const until =
    right === 'embargoed' && embargoUntil !== undefined
      ? `Nobody but its owner sees the files before ${dateInWords(embargoUntil)}.`
      : 'The record is public; its files are seen by those whom its owner lets see them.';
  return html`<p class="nothing">${until}</p>`;
}

/** The main column: what it says, what it holds, how to cite it, what it belongs to. */
export function recordBody(record: RecordView, board: FindingBoard): readonly (SafeHtml | null)[] {
  const lang = record.language === undefined ? null : languageTag(record.language);
  const part = (slot: Slot, heading: string, content: Content) =>
    section({ slot, heading, content, findings: board.at(slot) });
  const text = (slot: Slot, heading: string, untrusted: string | undefined) =>
    section({
      slot,
      heading,
      content: rich(untrusted),
      findings: board.at(slot),
      lang,
      isProse: true,
    });
  return [
    text('description', 'Description', record.description),
    part(
      'files',
      'Files',
      record.filesAreHidden === true ? hiddenFiles(record) : shownFiles(record),
    ),
    citationPanel(record.citations),
    text('notes', 'Notes', record.notes),
    text('method', 'Method', record.method),
    part('relatedIdentifiers', 'Related works', whereAny(record.relatedIdentifiers, relatedList)),
    part('contributors', 'Contributors', whereAny(record.contributors, contributorList)),
    part('funding', 'Funding', whereAny(record.funding, fundingList)),
    part('references', 'References', whereAny(record.references, referenceList)),
  ];
}
