import type { Finding } from '@nx-zenodo/findings';
import { isObject, ownValue } from '@nx-zenodo/zenodo-api';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { finding } from '../metadata-error.js';
import type { DocumentPath, PlacedDocument } from '../document/placed-document.js';
import { closestWord } from '../check/closest-word.js';
import { depositFileSchema } from './deposit-file-schema.js';
import { healthyParts, isMissing } from './healthy-parts.js';
import type { Fault, Issue } from './healthy-parts.js';

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

function toFinding({ issue, path }: Fault, document: PlacedDocument): Finding {
  const field = path.join('.');
  const unknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  if (unknownKey) {
    const nearest = closestWord(String(path.at(-1)), siblingKeys(path));
    return finding('NZ3003', {
      message: `\`${field}\` is no key of Zenodo's deposit metadata; Zenodo would drop it without a word.`,
      ...(nearest === null ? {} : { cure: `Write \`${nearest}\`, or remove the key.` }),
      place: document.place(path, 'key'),
    });
  }
  const missing = isMissing(issue);
  const received = issue.input === null ? 'null, which Zenodo refuses' : issue.received;
  return finding('NZ3004', {
    message: missing
      ? `\`${field}\` is missing.`
      : `\`${field === '' ? 'The file' : field}\` must be ${shape(issue)}, but is ${received}.`,
    cure: missing
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

/** A file's metadata, as far as it has the shape of the API, and a finding for all that has not. */
export interface DecodedDepositFile {
  readonly metadata: DepositMetadata;
  readonly findings: readonly Finding[];
  /** Fields of which something had to be left out. */
  readonly unreadable: ReadonlySet<string>;
  /** Where a part of `metadata` stands below `metadata` in the file. */
  readonly origin: (path: DocumentPath) => DocumentPath;
}

/** Decodes the file's value strictly: every unknown key and wrong type is a finding with its place. */
export function decodeDepositFile(document: PlacedDocument): DecodedDepositFile {
  const { value, file } = document;
  const nothing = {
    metadata: {},
    unreadable: new Set<string>(),
    origin: (path: DocumentPath) => path,
  };
  if (!isObject(value)) {
    const message = `${file} must hold an object \`{ "metadata": { … } }\`.`;
    return { ...nothing, findings: [finding('NZ3004', { message, place: document.place([]) })] };
  }
  const { healthy, faults } = healthyParts(depositFileSchema, value);
  const findings = faults.map((fault) => toFinding(fault, document));
  const metadata = isObject(healthy?.value) ? ownValue(healthy.value, 'metadata') : undefined;
  if (healthy === null || metadata === undefined) return { ...nothing, findings };
  return {
    metadata: metadata as DepositMetadata,
    findings,
    unreadable: new Set(faults.map(({ path }) => String(path[1]))),
    origin: (path) => healthy.origin(['metadata', ...path]).slice(1),
  };
}
