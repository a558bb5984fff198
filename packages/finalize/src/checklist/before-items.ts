import type { BeforeFacts } from './checklist-facts.js';
import { allOf, itemOf } from './checklist-item.js';
import type { Answer, ChecklistItem, Question } from './checklist-item.js';

const questions: readonly Question<BeforeFacts>[] = [
  { id: 'rehearsed', label: 'Tested on the sandbox', answer: rehearsed },
  {
    id: 'files',
    label: 'All files exist',
    answer: ({ missingFiles }) =>
      missingFiles && [
        missingFiles.length === 0,
        listed(missingFiles, 'none is missing', 'missing'),
      ],
  },
  { id: 'frozen', label: 'freeze-verify passes', answer: frozen },
  {
    id: 'validation',
    label: 'Validation passes',
    answer: ({ validation }) => allOf(validation, ({ done, of }) => `${done}/${of}`),
  },
  {
    id: 'metadata',
    label: 'Metadata is accepted',
    answer: ({ metadata }) =>
      metadata && [
        metadata.errors === 0,
        `${count(metadata.errors, 'error')}, ${count(metadata.warnings, 'warning')}`,
      ],
  },
  {
    id: 'orcid',
    label: 'Every creator has an ORCID iD',
    answer: ({ orcids }) => allOf(orcids, ({ done, of }) => `${done} of ${of}`),
  },
  {
    id: 'licence',
    label: 'A licence is stated',
    answer: ({ licence }) => (licence === null ? null : [licence !== '', licence || 'none']),
  },
  {
    id: 'urls',
    label: 'All URLs answer',
    answer: ({ urls }) =>
      urls && [urls.broken.length === 0, listed(urls.broken, `${urls.checked} checked`, 'broken')],
  },
  { id: 'token', label: 'The token is there', answer: token },
];

/** What must be true before a release is published. */
export function beforeItems(facts: BeforeFacts): readonly ChecklistItem[] {
  return questions.map((question) => itemOf('before', question, facts));
}

function rehearsed({ rehearsal, signatureSha256 }: BeforeFacts): Answer {
  if (signatureSha256 === null) return null;
  if (rehearsal === null) return [false, 'no rehearsal is recorded'];
  const short = (digest: string) => `${digest.slice(0, 12)}…`;
  const published = `${rehearsal.environment} published signature ${short(rehearsal.signatureSha256)}`;
  return rehearsal.signatureSha256 === signatureSha256
    ? [true, published]
    : [false, `${published}, this is ${short(signatureSha256)}`];
}

function frozen({ frozen: known }: BeforeFacts): Answer {
  if (known === null) return null;
  const { entries, problems } = known;
  if (problems > 0) return [false, `${problems} of ${entries} files do not match`];
  return [entries > 0, `${entries} files match`];
}

// What a deposit asks for (developers.zenodo.org, "Authentication").
const neededScopes = ['deposit:write', 'deposit:actions'];

function token({ token: known }: BeforeFacts): Answer {
  if (known === null) return null;
  const { environment, present, scopes } = known;
  if (!present) return [false, `none for ${environment}`];
  if (scopes === null) return [true, `${environment}; the server does not tell its scopes`];
  const lacking = neededScopes.filter((scope) => !scopes.includes(scope));
  const told = `${environment}: ${scopes.join(', ') || 'no scope'}`;
  return lacking.length === 0 ? [true, told] : [false, `${told}; lacks ${lacking.join(', ')}`];
}

function listed(names: readonly string[], none: string, what: string): string {
  return names.length === 0 ? none : `${what}: ${names.join(', ')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
