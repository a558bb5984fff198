import { sameDoi } from '../doi/doi.js';
import type { AfterFacts } from './checklist-facts.js';
import { allOf, itemOf, told } from './checklist-item.js';
import type { Answer, ChecklistItem, Question } from './checklist-item.js';
import { known } from './fact.js';
import type { Fact } from './fact.js';

const questions: readonly Question<AfterFacts>[] = [
  {
    id: 'doi',
    label: 'The DOI is saved',
    cure: 'Run zenodo-deploy again: it finds the record and writes the receipt.',
    answer: ({ receipt, doi }) => known([true, `${doi} in ${receipt}`]),
  },
  {
    id: 'notes',
    label: 'The release notes name it',
    cure: 'Run zenodo-finalize; name the notes as `releaseNotes`.',
    answer: ({ notes }) =>
      told(notes, ({ placeholders, namesDoi }) => {
        if (placeholders > 0) return [false, `placeholders left: ${placeholders}`];
        return [namesDoi, namesDoi ? 'no placeholder is left' : 'the DOI is not in them'];
      }),
  },
  {
    id: 'badge',
    label: 'The badge shows it',
    cure: 'Run zenodo-finalize; name the document as `finalize.readme`.',
    answer: badge,
  },
  {
    id: 'record-json',
    label: "Zenodo's answer is committed",
    cure: 'Run zenodo-finalize --commit, or commit the receipt.',
    answer: ({ receiptCommitted, receipt }) => told(receiptCommitted, (is) => [is, receipt]),
  },
  {
    id: 'forge-release',
    label: 'The release page names it',
    cure: 'Make the release on the forge, then run zenodo-finalize --forge.',
    answer: ({ forgeRelease }) =>
      told(forgeRelease, (page) => {
        if (page === null) return [false, 'the forge has no release of this tag'];
        return [page.namesDoi, page.namesDoi ? page.url : `${page.url} does not`];
      }),
  },
  {
    id: 'record',
    label: 'The record is reachable',
    cure: 'Open its address; report a record that is gone to Zenodo.',
    answer: ({ recordDoi, doi }) =>
      told(recordDoi, (served) => {
        if (served === null) return [false, 'it does not answer'];
        const same = sameDoi(served, doi);
        return [same, same ? 'it answers' : `it answers as ${served}`];
      }),
  },
  {
    id: 'downloads',
    label: 'The downloads are verified',
    cure: 'Run zenodo-audit and see which files differ.',
    answer: ({ downloads }) => allOf(downloads, ({ done, of }) => `${done} of ${of} by SHA-256`),
  },
  {
    id: 'concept-doi',
    label: 'The documents name the concept DOI',
    cure: 'Run zenodo-finalize with `finalize.readme` or `finalize.citationFile`.',
    answer: ({ documents }) =>
      told(documents, ({ naming }) => [naming.length > 0, naming.join(', ') || 'none does']),
  },
];

/** What must be true once a release is published. */
export function afterItems(facts: AfterFacts): readonly ChecklistItem[] {
  return questions.map((question) => itemOf('after', question, facts));
}

function badge({ badgeDois, doi, conceptDoi }: AfterFacts): Fact<Answer> {
  return told(badgeDois, (dois) => {
    const shown = dois.filter((one) => [doi, conceptDoi].some((own) => sameDoi(own, one)));
    if (shown.length > 0) return [true, shown.join(', ')];
    return [false, dois.length === 0 ? 'there is none' : `it shows ${dois.join(', ')}`];
  });
}
