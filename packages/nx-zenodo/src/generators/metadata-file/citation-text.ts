import type { DepositMetadata, DepositPerson } from '@nx-zenodo/zenodo-api';
import type { Finding } from '@nx-zenodo/findings';
import { isMap, parseDocument, stringify } from 'yaml';
import type { Document, Pair } from 'yaml';
import { toPlainText } from '../facts/text/html-text.js';
import { given, textOf } from '../../loose-json/loose-value.js';
import { nameParts } from '../facts/text/person-name.js';
import { PluginError } from '../../plugin-error.js';

/** CITATION.cff 1.2.0 of a record, in the order of its schema guide. */
export function citationOf(deposit: DepositMetadata): Record<string, unknown> {
  const description = textOf(deposit.description);
  return {
    'cff-version': '1.2.0',
    message: 'If you use this work, please cite it as below.',
    // CFF 1.2.0, "type": software or dataset, nothing else.
    type: deposit.upload_type === 'dataset' ? 'dataset' : 'software',
    ...given('title', textOf(deposit.title)),
    ...given('abstract', description === undefined ? undefined : toPlainText(description)),
    ...given('authors', authors(deposit.creators)),
    ...given('keywords', deposit.keywords?.length ? deposit.keywords : undefined),
    ...given('license', textOf(deposit.license)),
    ...given('version', textOf(deposit.version)),
    ...given('date-released', fullDate(deposit.publication_date)),
    ...given('repository-code', repository(deposit.related_identifiers)),
  };
}

/**
 * CITATION.cff with the facts in it. Of a file that is there already only missing keys are added at the
 * end, and those in `replaced` written anew; comments, order and every other line stay as they are.
 * @throws PluginError NZ9104 when the file is not a YAML mapping.
 */
export function citationText(
  existing: string | null,
  deposit: DepositMetadata,
  replaced: ReadonlySet<string>,
): string {
  const wanted = citationOf(deposit);
  if (existing === null || existing.trim() === '') return block(wanted);
  const document = parseDocument(existing, { schema: 'failsafe' });
  if (document.errors.length > 0 || !isMap(document.contents))
    throw PluginError.of([notAMapping()]);
  const edited = Object.entries(wanted).filter(([key]) => changedBy(key, replaced));
  const text = edited.reduce((current, [key, value]) => withKey(current, key, value), existing);
  const missing = Object.entries(wanted).filter(([key]) => !document.has(key));
  if (missing.length === 0) return text;
  return `${text.endsWith('\n') ? text : `${text}\n`}${block(Object.fromEntries(missing))}`;
}

// Which field of the deposit a key of CITATION.cff is made of.
const fieldOf: Readonly<Record<string, string>> = {
  title: 'title',
  abstract: 'description',
  authors: 'creators',
  keywords: 'keywords',
  license: 'license',
  version: 'version',
  'date-released': 'publication_date',
};

function changedBy(key: string, replaced: ReadonlySet<string>): boolean {
  const field = fieldOf[key];
  return field !== undefined && replaced.has(field);
}

// Writes one top-level key anew, when it says something else; where its lines end is what the parser says.
function withKey(text: string, key: string, value: unknown): string {
  const document = parseDocument(text, { schema: 'failsafe' });
  const pair = pairOf(document, key);
  const range = pair === undefined ? null : rangeOf(pair);
  if (range === null) return text;
  const [start, end] = range;
  if (JSON.stringify(pair?.value) === JSON.stringify(asFailsafe(value))) return text;
  const eol = text.slice(start, end).endsWith('\n') ? '' : '\n';
  return `${text.slice(0, start)}${block({ [key]: value }).slice(0, eol === '' ? undefined : -1)}${text.slice(end)}`;
}

function pairOf(document: Document, key: string): Pair | undefined {
  if (!isMap(document.contents)) return undefined;
  return document.contents.items.find((item) => String(item.key) === key) as Pair | undefined;
}

function rangeOf(pair: Pair): [number, number] | null {
  const key = pair.key as { range?: [number, number, number] | null };
  const value = pair.value as { range?: [number, number, number] | null } | null;
  if (!key.range || !value?.range) return null;
  return [key.range[0], value.range[1]];
}

// As the failsafe schema reads it back: every scalar a text.
function asFailsafe(value: unknown): unknown {
  return parseDocument(stringify(value), { schema: 'failsafe' }).contents;
}

function block(value: Record<string, unknown>): string {
  return stringify(value, { lineWidth: 100, version: '1.1' });
}

function authors(creators: unknown): Record<string, string>[] | undefined {
  if (!Array.isArray(creators) || creators.length === 0) return undefined;
  return (creators as DepositPerson[]).map(({ name, affiliation, orcid }) => {
    const parts = nameParts(name);
    return {
      ...('whole' in parts
        ? { name: parts.whole }
        : { 'family-names': parts.family, 'given-names': parts.given }),
      ...given('affiliation', affiliation),
      // CFF 1.2.0, "orcid": the whole address.
      ...given('orcid', orcid === undefined ? undefined : `https://orcid.org/${orcid}`),
    } as Record<string, string>;
  });
}

// CFF 1.2.0, "date-released": a whole date, nothing shorter.
function fullDate(date: string | undefined): string | undefined {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined;
}

function repository(related: DepositMetadata['related_identifiers']): string | undefined {
  return related?.find(
    ({ identifier, relation }) =>
      /^https?:\/\//.test(identifier) && /^(isSupplementTo|isPartOf)$/i.test(relation),
  )?.identifier;
}

function notAMapping(): Finding {
  return {
    code: 'NZ9104',
    severity: 'error',
    message: 'CITATION.cff is not a YAML mapping, so nothing can be added to it.',
    cure: 'Correct the file, and run the generator again; nothing was written.',
    place: { file: 'CITATION.cff' },
  };
}
