import { sameDoi } from '../doi/doi.js';
import type { AfterFacts } from './checklist-facts.js';
import { allOf, itemOf } from './checklist-item.js';
import type { Answer, ChecklistItem, Question } from './checklist-item.js';

const questions: readonly Question<AfterFacts>[] = [
  {
    id: 'doi',
    label: 'The DOI is saved',
    answer: ({ receipt, doi }) =>
      receipt === null ? null : [receipt !== '' && doi !== null, doi ?? 'none'],
  },
  { id: 'notes', label: 'The release notes name it', answer: notes },
  { id: 'badge', label: 'The badge shows it', answer: badge },
  {
    id: 'record-json',
    label: "Zenodo's answer is committed",
    answer: ({ receiptCommitted, receipt }) =>
      receiptCommitted === null ? null : [receiptCommitted, receipt || 'no file'],
  },
  {
    id: 'forge-release',
    label: 'The release page exists',
    answer: ({ forgeRelease }) =>
      forgeRelease === null ? null : [forgeRelease !== '', forgeRelease || 'none'],
  },
  {
    id: 'record',
    label: 'The record is reachable',
    answer: ({ recordReachable }) =>
      recordReachable === null
        ? null
        : [recordReachable, recordReachable ? 'it answers' : 'it does not answer'],
  },
  {
    id: 'downloads',
    label: 'The downloads are verified',
    answer: ({ downloads }) => allOf(downloads, ({ done, of }) => `${done} of ${of} by SHA-256`),
  },
  {
    id: 'concept-doi',
    label: 'The documents name the concept DOI',
    answer: ({ documentsWithConceptDoi: documents }) =>
      documents && [documents.length > 0, documents.join(', ') || 'none does'],
  },
];

/** What must be true once a release is published. */
export function afterItems(facts: AfterFacts): readonly ChecklistItem[] {
  return questions.map((question) => itemOf('after', question, facts));
}

function notes({ placeholdersInNotes: left }: AfterFacts): Answer {
  if (left === null) return null;
  return [left === 0, left === 0 ? 'no placeholder is left' : `placeholders left: ${left}`];
}

function badge({ badgeDois, doi, conceptDoi }: AfterFacts): Answer {
  if (badgeDois === null) return null;
  const ours = [doi, conceptDoi].filter((one) => one !== null);
  const shown = badgeDois.filter((one) => ours.some((own) => sameDoi(own, one)));
  if (shown.length > 0) return [true, shown.join(', ')];
  return [false, badgeDois.length === 0 ? 'there is none' : `it shows ${badgeDois.join(', ')}`];
}
