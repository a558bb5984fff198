import { isObject, ownValue } from '@nx-zenodo/zenodo-api';
import type { JsonObject } from '@nx-zenodo/zenodo-api';
import type { DocumentPath } from '../document/placed-document.js';
import { bareOrcid, depositName } from './person-name.js';
import { statementsOf } from './statement.js';
import type { Reading } from './statement.js';
import { parseYamlDocument } from '../document/yaml-document.js';
import type { YamlDocument } from '../document/yaml-document.js';

const textOf = (value: unknown): string | undefined => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
};

function toCreator(author: unknown): JsonObject[] {
  if (!isObject(author)) return [];
  const part = (key: string) => ownValue(author, key);
  const name = depositName({
    family: part('family-names'),
    given: part('given-names'),
    particle: part('name-particle'),
    suffix: part('name-suffix'),
    whole: part('name') ?? part('alias'),
  });
  if (name === '') return [];
  const orcid = bareOrcid(part('orcid'));
  const affiliation = textOf(part('affiliation'));
  return [
    {
      name,
      ...(affiliation === undefined ? {} : { affiliation }),
      ...(orcid === '' ? {} : { orcid }),
    },
  ];
}

/** DOIs of the work itself are alternate, whatever else they are is unknown; other identifiers likewise. */
function identifiersOf(source: JsonObject): JsonObject[] {
  const listed = ownValue(source, 'identifiers');
  const values = Array.isArray(listed)
    ? listed.filter(isObject).map((item) => textOf(ownValue(item, 'value')))
    : [];
  const repository = textOf(ownValue(source, 'repository-code'));
  return [
    ...(repository === undefined
      ? []
      : [{ identifier: repository, relation: 'isSupplementTo', resource_type: 'software' }]),
    ...values
      .filter((value) => value !== undefined && !/10\.(5281|5072)\/zenodo\./i.test(value))
      .filter((value) => !value?.startsWith('swh:'))
      .map((identifier) => ({ identifier, relation: 'isAlternateIdentifier' })),
  ];
}

/** `version: 1.0` is a number to YAML and a version to people. */
export function versionText(document: YamlDocument, source: JsonObject): string | undefined {
  const value = ownValue(source, 'version');
  return typeof value === 'number'
    ? (document.written(['version']) ?? String(value))
    : textOf(value);
}

const license = (value: unknown): unknown =>
  Array.isArray(value) ? (value.length === 1 ? textOf(value[0]) : undefined) : textOf(value);

function read(document: YamlDocument, source: JsonObject): Reading {
  const at = (...path: DocumentPath) => document.place(path);
  const authors = ownValue(source, 'authors');
  const keywords = ownValue(source, 'keywords');
  const words = Array.isArray(keywords)
    ? keywords.flatMap((word: unknown) => textOf(word) ?? [])
    : [];
  const people = Array.isArray(authors) ? authors.flatMap(toCreator) : [];
  const related = identifiersOf(source);
  const type = ownValue(source, 'type') === 'dataset' ? 'dataset' : 'software';
  const statements = statementsOf(document.file, [
    ['title', textOf(ownValue(source, 'title')), at('title')],
    ['version', versionText(document, source), at('version')],
    [
      'publication_date',
      textOf(ownValue(source, 'date-released')),
      at('date-released'),
      'date-released',
    ],
    ['description', textOf(ownValue(source, 'abstract')), at('abstract'), 'abstract'],
    ['license', license(ownValue(source, 'license')), at('license')],
    ['creators', people.length === 0 ? undefined : people, at('authors'), 'authors'],
    ['keywords', words.length === 0 ? undefined : words, at('keywords')],
    ['upload_type', type, at('type'), 'type'],
    [
      'related_identifiers',
      related.length === 0 ? undefined : related,
      at('repository-code'),
      'repository-code and identifiers',
    ],
  ]);
  return { statements, findings: [] };
}

/** What CITATION.cff (1.0 to 1.2) says, more than Zenodo itself takes from it: version, date, particles. */
export function readCitationCff(text: string, file: string): Reading {
  const { document, findings } = parseYamlDocument(text, file);
  if (document === null || !isObject(document.value)) return { statements: [], findings };
  return read(document, document.value);
}
