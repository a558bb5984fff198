import { isObject, ownValue } from '@nx-zenodo/zenodo-api';
import type { JsonObject } from '@nx-zenodo/zenodo-api';
import { parseJsonDocument } from '../document/json-document.js';
import { bareOrcid, depositName } from './person-name.js';
import { statementsOf } from './statement.js';
import type { Reading } from './statement.js';

const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function toCreator(person: unknown): JsonObject[] {
  if (!isObject(person)) return [];
  const part = (key: string) => ownValue(person, key);
  const name = depositName({
    family: part('familyName'),
    given: part('givenName'),
    whole: part('name'),
  });
  if (name === '') return [];
  const employer = list(part('affiliation'))[0];
  const affiliation = isObject(employer) ? text(ownValue(employer, 'name')) : text(employer);
  const orcid = bareOrcid(part('@id') ?? part('id')) || bareOrcid(part('identifier'));
  return [
    {
      name,
      ...(affiliation === undefined ? {} : { affiliation }),
      ...(orcid === '' ? {} : { orcid }),
    },
  ];
}

/** An SPDX id from a licence's address (`https://spdx.org/licenses/MIT`) or plain id. */
function licenseId(value: unknown): string | undefined {
  const [first] = list(value);
  const written = isObject(first)
    ? (ownValue(first, 'url') ?? ownValue(first, 'identifier'))
    : first;
  return text(written)
    ?.replace(/^https?:\/\/spdx\.org\/licenses\//, '')
    .replace(/(?:\.html|\/)$/, '');
}

function keywordsOf(value: unknown): string[] | undefined {
  const words =
    typeof value === 'string' ? value.split(',') : list(value).flatMap((word) => text(word) ?? []);
  const kept = words.map((word) => word.trim()).filter((word) => word !== '');
  return kept.length === 0 ? undefined : kept;
}

/** What codemeta.json (versions 2 and 3) says. */
export function readCodemeta(written: string, file: string): Reading {
  const { document, findings } = parseJsonDocument(written, file);
  if (document === null || !isObject(document.value)) return { statements: [], findings };
  const source = document.value;
  const get = (key: string) => ownValue(source, key);
  const at = (key: string) => document.place([key]);
  const people = list(get('author')).flatMap(toCreator);
  const repository = text(get('codeRepository'));
  const versionKey = get('version') === undefined ? 'softwareVersion' : 'version';
  const statements = statementsOf(file, [
    ['title', text(get('name')), at('name'), 'name'],
    ['version', text(get(versionKey)), at(versionKey)],
    [
      'publication_date',
      text(get('datePublished'))?.slice(0, 10),
      at('datePublished'),
      'datePublished',
    ],
    ['description', text(get('description')), at('description')],
    ['license', licenseId(get('license')), at('license')],
    ['creators', people.length === 0 ? undefined : people, at('author'), 'author'],
    ['keywords', keywordsOf(get('keywords')), at('keywords')],
    [
      'related_identifiers',
      repository === undefined
        ? undefined
        : [
            {
              identifier: repository.replace(/^git\+/, ''),
              relation: 'isSupplementTo',
              resource_type: 'software',
            },
          ],
      at('codeRepository'),
      'codeRepository',
    ],
  ]);
  return { statements, findings };
}
