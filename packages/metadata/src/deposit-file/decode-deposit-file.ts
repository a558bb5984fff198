import type { Finding } from '@nx-zenodo/findings';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import * as v from 'valibot';
import { finding } from '../metadata-error.js';
import type { DocumentPath, PlacedDocument } from '../place/placed-document.js';
import { closestWord } from '../check/closest-word.js';
import { depositFileSchema } from './deposit-file-schema.js';

type Issue = v.BaseIssue<unknown>;

function pathOf(issue: Issue): DocumentPath {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys that may stand where the path's last key stands. */
function siblingKeys(path: DocumentPath): readonly string[] {
  let schema: unknown = depositFileSchema;
  for (const key of path.slice(0, -1)) {
    const inner = unwrapped(schema);
    schema = typeof key === 'number' ? inner['item'] : (inner['entries'] as Members)[key];
  }
  return Object.keys((unwrapped(schema)['entries'] ?? {}) as Members);
}

type Members = Readonly<Record<string, unknown>>;

/** A valibot schema without the `optional` around it. */
function unwrapped(schema: unknown): Members {
  const members = schema as Members;
  return 'wrapped' in members ? (members['wrapped'] as Members) : members;
}

function toFinding(issue: Issue, document: PlacedDocument): Finding {
  const path = pathOf(issue);
  const field = path.join('.');
  const unknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  if (unknownKey) {
    const nearest = closestWord(String(path.at(-1)), siblingKeys(path));
    return finding('NZ3003', {
      message: `\`${field}\` is no key of Zenodo's deposit metadata; Zenodo would drop it without a word.`,
      ...(nearest === null ? {} : { cure: `Write \`${nearest}\`, or remove the key.` }),
      place: document.place(path, true),
    });
  }
  const isMissing = issue.received === 'undefined';
  const received = issue.input === null ? 'null, which Zenodo refuses' : issue.received;
  return finding('NZ3004', {
    message: isMissing
      ? `\`${field}\` is missing.`
      : `\`${field === '' ? 'The file' : field}\` must be ${shape(issue)}, but is ${received}.`,
    cure: isMissing
      ? `Add \`${String(path.at(-1))}\`.`
      : issue.input === null
        ? 'Remove the key, or give it a value.'
        : `Write ${shape(issue)}.`,
    place: document.place(path),
  });
}

function shape(issue: Issue): string {
  const expected = issue.expected ?? 'another value';
  if (expected === 'Object') return 'an object';
  if (expected === 'Array') return 'a list';
  const words = expected.replaceAll('(', '').replaceAll(')', '').split(' | ');
  if (words.length > 1 && words.every((word) => word.startsWith('"'))) {
    return `one of ${words.map((word) => word.slice(1, -1)).join(', ')}`;
  }
  return words.length > 1 ? words.join(' or ') : `a ${expected}`;
}

/** Decodes the file's value strictly: every unknown key and wrong type is a finding with its place. */
export function decodeDepositFile(document: PlacedDocument): {
  metadata: DepositMetadata | null;
  findings: readonly Finding[];
} {
  if (!isObject(document.value)) {
    const message = `${document.file} must hold an object \`{ "metadata": { … } }\`.`;
    return {
      metadata: null,
      findings: [finding('NZ3004', { message, place: document.place([]) })],
    };
  }
  const outcome = v.safeParse(depositFileSchema, document.value);
  if (outcome.success)
    return { metadata: outcome.output.metadata as DepositMetadata, findings: [] };
  return { metadata: null, findings: outcome.issues.map((issue) => toFinding(issue, document)) };
}
