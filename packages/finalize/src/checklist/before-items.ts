import type { BeforeFacts } from './checklist-facts.js';
import { allOf, itemOf, told } from './checklist-item.js';
import type { Answer, ChecklistItem, Question } from './checklist-item.js';
import type { Fact } from './fact.js';

const questions: readonly Question<BeforeFacts>[] = [
  {
    id: 'rehearsed',
    label: 'Tested on the sandbox',
    cure: 'Run zenodo-deploy, or zenodo-deploy:sandbox, with exactly this release.',
    answer: rehearsed,
  },
  {
    id: 'files',
    label: 'All files exist',
    cure: 'Produce the files, or take them out of zenodo.release.json.',
    answer: ({ missingFiles }) =>
      told(missingFiles, (missing) => [
        missing.length === 0,
        listed(missing, 'none is missing', 'missing'),
      ]),
  },
  {
    id: 'frozen',
    label: 'freeze-verify passes',
    cure: 'Run freeze-verify and see which files differ; restore them, or freeze again.',
    answer: frozen,
  },
  {
    id: 'validation',
    label: 'Validation passes',
    cure: 'Run validate and cure what it finds.',
    answer: ({ validation }) => allOf(validation, ({ done, of }) => `${done}/${of}`),
  },
  {
    id: 'metadata',
    label: 'Metadata is accepted',
    cure: 'Run metadata and cure the errors that it names.',
    answer: ({ metadata }) =>
      told(metadata, ({ errors, warnings }) => [
        errors === 0,
        `${count(errors, 'error')}, ${count(warnings, 'warning')}`,
      ]),
  },
  {
    id: 'orcid',
    label: 'Every creator has an ORCID iD',
    cure: 'Add the ORCID iDs that are missing to the metadata file.',
    answer: ({ orcids }) => allOf(orcids, ({ done, of }) => `${done} of ${of}`),
  },
  {
    id: 'licence',
    label: 'A licence is stated',
    cure: 'State `license` in the metadata file.',
    answer: ({ licence }) => told(licence, (id) => [id !== '', id || 'none']),
  },
  {
    id: 'urls',
    label: 'All URLs answer',
    cure: 'Correct the addresses in the metadata file.',
    answer: ({ urls }) =>
      told(urls, ({ checked, broken }) => [
        broken.length === 0,
        listed(broken, `${checked} checked`, 'broken'),
      ]),
  },
  {
    id: 'token',
    label: 'The token is there',
    cure: 'Create a token with deposit:write and deposit:actions, and export it in the environment.',
    answer: token,
  },
];

/** What must be true before a release is published. */
export function beforeItems(facts: BeforeFacts): readonly ChecklistItem[] {
  return questions.map((question) => itemOf('before', question, facts));
}

const short = (digest: string) => `${digest.slice(0, 12)}…`;

function rehearsed({ rehearsal }: BeforeFacts): Fact<Answer> {
  return told(rehearsal, ({ last, signatureSha256, bundleSha256 }) => {
    if (last === null) return [false, 'no rehearsal is recorded'];
    const signed = `${last.environment} published signature ${short(last.signatureSha256)}`;
    if (last.signatureSha256 !== signatureSha256) {
      return [false, `${signed}, this is ${short(signatureSha256)}`];
    }
    // Without a bundle the signature is all that can be compared.
    if (bundleSha256 === null) return [true, signed];
    const bundled = `${last.environment} published bundle ${short(last.bundleSha256)}`;
    return last.bundleSha256 === bundleSha256
      ? [true, bundled]
      : [false, `${bundled}, this is ${short(bundleSha256)}: the same files, other metadata`];
  });
}

function frozen({ frozen: fact }: BeforeFacts): Fact<Answer> {
  return told(fact, ({ entries, problems, atTag }) => {
    if (problems > 0) return [false, `${problems} of ${entries} files do not match`];
    const since = atTag.length === 0 ? '' : `, at the tag ${atTag.join(', ')}`;
    return [entries > 0, `${entries} files match${since}`];
  });
}

// What a deposit asks for (developers.zenodo.org, "Authentication").
const neededScopes = ['deposit:write', 'deposit:actions'];

function token({ token: fact }: BeforeFacts): Fact<Answer> {
  return told(fact, ({ environment, present, accepted, scopes }) => {
    if (!present) return [false, `none for ${environment}`];
    if (accepted === false) return [false, `${environment} does not accept it`];
    const taken = accepted === true ? 'accepted' : 'not tried';
    if (scopes === null) return [true, `${environment}: ${taken}; it does not tell the scopes`];
    const lacking = neededScopes.filter((scope) => !scopes.includes(scope));
    const scoped = `${environment}: ${scopes.join(', ') || 'no scope'}`;
    return lacking.length === 0
      ? [true, scoped]
      : [false, `${scoped}; lacks ${lacking.join(', ')}`];
  });
}

function listed(names: readonly string[], none: string, what: string): string {
  return names.length === 0 ? none : `${what}: ${names.join(', ')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
