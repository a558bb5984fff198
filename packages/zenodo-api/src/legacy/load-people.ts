import { normalizeIdentifier } from '../identifiers/normalize.js';
import { isGnd } from '../identifiers/schemes.js';
import { cleanText, trimText } from '../text/clean-text.js';
import { expectString, getFrom, isTruthy, iterate } from './dynamic-value.js';
import { NOT_A_LIST, NOT_A_MAPPING, NOT_NULL, fieldError } from './field-error.js';
import type { FieldError } from './field-error.js';
import { isObject } from './dynamic-value.js';

/** "Family, Given" with exactly one comma is split; any other name is a family name. */
export function splitName(name: string): { family_name: string; given_name?: string } {
  const parts = name.split(',');
  if (parts.length !== 2) return { family_name: name };
  return { family_name: trimText(parts[0] ?? ''), given_name: trimText(parts[1] ?? '') };
}

function loadIdentifiers(person: unknown): { scheme: string; identifier: string }[] {
  return (['orcid', 'gnd'] as const).flatMap((scheme) => {
    const value = getFrom(person, scheme);
    if (!isTruthy(value)) return [];
    const text = cleanText(expectString(value, 'startswith'));
    const isKnown = scheme === 'orcid' || isGnd(text);
    return [{ scheme, identifier: isKnown ? normalizeIdentifier(text, scheme) : text }];
  });
}

/** A list has a `count` too; its commas are none, and the record schema then drops the list. */
function namesOf(name: unknown): Record<string, unknown> {
  if (!isTruthy(name)) return {};
  return Array.isArray(name) ? { family_name: name } : splitName(expectString(name, 'count'));
}

/** One creator or contributor (without role) in InvenioRDM's shape; everybody is a person. */
export function loadPerson(person: unknown): Record<string, unknown> {
  const name = getFrom(person, 'name');
  const identifiers = loadIdentifiers(person);
  const affiliation = getFrom(person, 'affiliation');
  return {
    person_or_org: {
      type: 'personal',
      ...namesOf(name),
      ...(identifiers.length > 0 ? { identifiers } : {}),
    },
    ...(isTruthy(affiliation) ? { affiliations: [{ name: affiliation }] } : {}),
  };
}

/** The list of creators; wrong types are collected, a creator that is no object breaks the request. */
export function loadCreators(value: unknown, path: string, errors: FieldError[]): unknown[] {
  if (!Array.isArray(value)) {
    errors.push(fieldError(path, NOT_A_LIST));
    return [];
  }
  return value.flatMap((creator: unknown, index) => {
    if (creator !== null) return [loadPerson(creator)];
    errors.push(fieldError(`${path}.${index}`, NOT_NULL));
    return [];
  });
}

/** Contributors must be a list of objects; only their form is looked at here. */
export function checkContributors(value: unknown, path: string, errors: FieldError[]): void {
  if (!Array.isArray(value)) {
    errors.push(fieldError(path, NOT_A_LIST));
    return;
  }
  value.forEach((item: unknown, index) => {
    if (isObject(item)) return;
    errors.push(fieldError(`${path}.${index}`, item === null ? NOT_NULL : NOT_A_MAPPING));
  });
}

/** Thesis supervisors first, then contributors with their type in lower case as role. */
export function loadContributors(metadata: unknown): unknown[] {
  const supervisors = getFrom(metadata, 'thesis_supervisors');
  const loaded: unknown[] = isTruthy(supervisors)
    ? iterate(supervisors).map((person) => ({ ...loadPerson(person), role: { id: 'supervisor' } }))
    : [];
  for (const person of iterate(getFrom(metadata, 'contributors') ?? [])) {
    const type = getFrom(person, 'type');
    const role = isTruthy(type) ? { role: { id: expectString(type, 'lower').toLowerCase() } } : {};
    loaded.push({ ...loadPerson(person), ...role });
  }
  return loaded;
}
