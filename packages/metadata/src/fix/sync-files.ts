import { applyEdits, modify } from 'jsonc-parser';
import { isObject } from '@nx-zenodo/zenodo-api';
import type { DepositMetadata, JsonObject } from '@nx-zenodo/zenodo-api';
import { parseJsonDocument } from '../document/json-document.js';
import { citationFacts, formatCitationCff } from '../output/citation-cff.js';
import { codemetaFacts, formatCodemeta } from '../output/codemeta-json.js';
import { formatZenodoJson } from '../output/zenodo-json.js';
import { readCitationCff } from '../source/citation-source.js';
import { readCodemeta } from '../source/codemeta-source.js';
import { readZenodoJson } from '../source/deposit-source.js';
import type { Reading, Statement } from '../source/statement.js';
import { findDrift } from '../resolve/drift.js';
import { parseYamlDocument } from '../document/yaml-document.js';
import { setInYaml } from './set-in-yaml.js';
import { syncPeople, syncPeopleInYaml } from './sync-people.js';
import type { PersonForm } from './sync-people.js';

/** Files that can be brought in line with the metadata of a release. */
export const SYNCED_FILES = ['.zenodo.json', 'CITATION.cff', 'codemeta.json'] as const;
export type SyncedFile = (typeof SYNCED_FILES)[number];

const READERS: Readonly<Record<SyncedFile, (text: string, file: string) => Reading>> = {
  '.zenodo.json': readZenodoJson,
  'CITATION.cff': readCitationCff,
  'codemeta.json': readCodemeta,
};

/** Which key of each file holds a fact that must agree. */
const KEYS: Readonly<Record<SyncedFile, Readonly<Record<string, string>>>> = {
  '.zenodo.json': {
    title: 'title',
    version: 'version',
    license: 'license',
    publication_date: 'publication_date',
    creators: 'creators',
  },
  'CITATION.cff': {
    title: 'title',
    version: 'version',
    license: 'license',
    publication_date: 'date-released',
    creators: 'authors',
  },
  'codemeta.json': {
    title: 'name',
    version: 'version',
    license: 'license',
    publication_date: 'datePublished',
    creators: 'author',
  },
};

const FACTS: Readonly<
  Record<SyncedFile, (deposit: DepositMetadata) => Readonly<Record<string, unknown>>>
> = {
  '.zenodo.json': (deposit) => ({ ...deposit }),
  'CITATION.cff': (deposit) => citationFacts(deposit, null),
  'codemeta.json': (deposit) => codemetaFacts(deposit, null),
};

function stated(deposit: DepositMetadata): Statement[] {
  return Object.entries(deposit).map(([field, value]) => ({
    source: 'zenodo.metadata.json',
    field: field as Statement['field'],
    value: value as unknown,
    place: {},
    rule: 'stated',
  }));
}

const PEOPLE: Readonly<Record<SyncedFile, PersonForm>> = {
  '.zenodo.json': { keys: { family: '', given: '' }, orcid: 'orcid' },
  'CITATION.cff': { keys: { family: 'family-names', given: 'given-names' }, orcid: 'orcid' },
  'codemeta.json': { keys: { family: 'familyName', given: 'givenName' }, orcid: 'id' },
};

/** The fields of a file that contradict the metadata. */
function drifting(file: SyncedFile, text: string, deposit: DepositMetadata): readonly string[] {
  const { statements } = READERS[file](text, file);
  return Object.keys(KEYS[file]).filter((field) => {
    const both = [...stated(deposit), ...statements].filter(
      (statement) => statement.field === field,
    );
    return findDrift(both, () => true).length > 0;
  });
}

type Entry = readonly [key: string, value: unknown];

/** The value of a text as it stands; what is no object states nothing. */
function standingIn(file: SyncedFile, text: string): JsonObject {
  if (file === 'CITATION.cff') {
    const value = parseYamlDocument(text, file).document?.value;
    return isObject(value) ? value : {};
  }
  const value = parseJsonDocument(text, file).document?.value;
  return isObject(value) ? value : {};
}

async function syncYaml(
  text: string,
  entries: readonly Entry[],
  form: PersonForm,
): Promise<string> {
  const people = entries.find(([key]) => key === 'authors');
  const others = entries.filter((entry) => entry !== people);
  const set = others.length === 0 ? text : await setInYaml(text, others);
  if (people === undefined) return set;
  const key = people[0];
  const wanted = people[1] as JsonObject[];
  const standing = standingIn('CITATION.cff', set)[key];
  const kept = await syncPeopleInYaml(set, key, { standing, wanted }, form);
  return kept ?? setInYaml(set, [[key, syncPeople(standing, wanted, form)]]);
}

/** codemeta.json 2 writes `@id` and `@type`, 3 leaves the sign out. */
const marked = ({ id, type, ...person }: JsonObject): JsonObject => ({
  '@type': type,
  ...(id === undefined ? {} : { '@id': id }),
  ...person,
});

function syncJson(file: SyncedFile, text: string, entries: readonly Entry[]): string {
  const list = KEYS[file]['creators'] ?? '';
  const standing = standingIn(file, text)[list];
  const before: readonly unknown[] = Array.isArray(standing) ? standing : [standing];
  const isOld = before.some((person) => isObject(person) && Object.hasOwn(person, '@type'));
  const form = isOld ? { ...PEOPLE[file], orcid: '@id' } : PEOPLE[file];
  const merged = entries.map(([key, value]): Entry => {
    if (key !== list) return [key, value];
    const wanted = value as JsonObject[];
    return [key, syncPeople(before, isOld ? wanted.map(marked) : wanted, form)];
  });
  return setInJson(text, merged);
}

function setInJson(text: string, entries: readonly (readonly [string, unknown])[]): string {
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.length,
    eol: '\n',
  };
  return entries.reduce(
    (now, [key, value]) => applyEdits(now, modify(now, [key], value, { formattingOptions })),
    text,
  );
}

/**
 * The text of a file in which every fact that contradicts the metadata was set right; comments, order and all
 * other keys stay. A file that does not exist is made whole. Null where nothing is to change.
 */
export async function syncFile(
  file: SyncedFile,
  text: string | null,
  deposit: DepositMetadata,
): Promise<string | null> {
  if (text === null) {
    if (file === 'CITATION.cff') return formatCitationCff(deposit, null);
    return file === 'codemeta.json' ? formatCodemeta(deposit, null) : formatZenodoJson(deposit);
  }
  const facts = FACTS[file](deposit);
  const entries = drifting(file, text, deposit)
    .map((field) => KEYS[file][field] ?? field)
    .flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]] as const]));
  if (entries.length === 0) return null;
  const synced =
    file === 'CITATION.cff'
      ? await syncYaml(text, entries, PEOPLE[file])
      : syncJson(file, text, entries);
  return synced === text ? null : synced;
}
