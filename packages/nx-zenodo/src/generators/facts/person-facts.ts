import type { DepositPerson } from '@nx-zenodo/zenodo-api';
import { isOrcid, normalizeIdentifier } from '@nx-zenodo/zenodo-api';
import { given, isObject, textOf, textsOf } from '../../loose-json/loose-value.js';
import type { LooseObject } from '../../loose-json/loose-value.js';
import { familyFirst } from './text/person-name.js';

/** Spellings of one person's facts in one format; the first that says something wins. */
interface PersonKeys {
  readonly family: string;
  readonly given: string;
  readonly orcid: readonly string[];
}

const citationKeys: PersonKeys = {
  family: 'family-names',
  given: 'given-names',
  orcid: ['orcid'],
};
const codemetaKeys: PersonKeys = { family: 'familyName', given: 'givenName', orcid: ['@id', 'id'] };

/** CFF 1.2.0, "authors": a person (names in parts) or an entity (`name`). */
export function citationPerson(author: LooseObject): DepositPerson | null {
  const particle = textOf(author['name-particle']);
  const suffix = textOf(author['name-suffix']);
  const person = personOf(author, citationKeys);
  if (person === null || !person.name.includes(',')) return person;
  const name = `${particle === undefined ? '' : `${particle} `}${person.name}`;
  return { ...person, name: suffix === undefined ? name : `${name} ${suffix}` };
}

/** CodeMeta 3, "author": schema.org Person or Organization. */
export function codemetaPerson(author: LooseObject): DepositPerson | null {
  return personOf(author, codemetaKeys);
}

function personOf(value: LooseObject, keys: PersonKeys): DepositPerson | null {
  const family = textOf(value[keys.family]);
  const first = textOf(value[keys.given]);
  const parts = [family, first].filter((part) => part !== undefined);
  const whole = textOf(value['name']);
  const isWhole = value['@type'] === 'Organization' || value['type'] === 'Organization';
  const name =
    parts.length > 0
      ? parts.join(', ')
      : whole === undefined || isWhole || keys === citationKeys
        ? whole
        : familyFirst(whole);
  if (name === undefined) return null;
  const orcid = keys.orcid.flatMap((key) => textsOf(value[key])).find(isOrcid);
  return {
    name,
    ...given('affiliation', affiliation(value['affiliation'])),
    ...given('orcid', orcid === undefined ? undefined : normalizeIdentifier(orcid, 'orcid')),
  };
}

function affiliation(value: unknown): string | undefined {
  if (Array.isArray(value)) return affiliation(value[0]);
  return isObject(value) ? textOf(value['name']) : textOf(value);
}
