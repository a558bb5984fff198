import { isIsbn, isUrl } from '../identifiers/schemes.js';
import { isCustomField } from '../vocabularies/custom-fields.js';
import { getFrom, isObject, isTruthy, iterate, ownValue } from './dynamic-value.js';
import type { JsonObject } from './dynamic-value.js';
import { RefusedFields, fieldError } from './field-error.js';

/** Custom fields of a record, keyed as InvenioRDM does (`journal:journal`, `code:codeRepository`, …). */
export type CustomFields = Readonly<Record<string, unknown>>;

type Renaming = readonly (readonly [legacy: string, member: string])[];

const JOURNAL: Renaming = [
  ['journal_title', 'title'],
  ['journal_volume', 'volume'],
  ['journal_issue', 'issue'],
  ['journal_pages', 'pages'],
];
const MEETING: Renaming = [
  ['conference_title', 'title'],
  ['conference_acronym', 'acronym'],
  ['conference_dates', 'dates'],
  ['conference_place', 'place'],
  ['conference_url', 'url'],
  ['conference_session', 'session'],
  ['conference_session_part', 'session_part'],
];
const IMPRINT: Renaming = [
  ['partof_title', 'title'],
  ['partof_pages', 'pages'],
  ['imprint_isbn', 'isbn'],
  ['imprint_place', 'place'],
];

/** Which keys of the deposit API's metadata become members of which custom field. */
export const CUSTOM_FIELD_MEMBERS: Readonly<Record<string, Renaming>> = {
  'journal:journal': JOURNAL,
  'meeting:meeting': MEETING,
  'imprint:imprint': IMPRINT,
};

const isKept = (member: string, value: unknown): boolean => {
  if (typeof value !== 'string') return false;
  if (member === 'isbn') return isIsbn(value);
  return member === 'url' ? isUrl(value) : true;
};

function renamed(metadata: JsonObject, renaming: Renaming): JsonObject | null {
  const members = renaming
    .map(([legacy, member]) => [member, ownValue(metadata, legacy)] as const)
    .filter(([member, value]) => isKept(member, value));
  return members.length === 0 ? null : Object.fromEntries(members);
}

function communityIds(value: unknown): string[] {
  const refuse = (): never => {
    const message = "Communities must be a list of objects with an 'identifier' string.";
    throw new RefusedFields([fieldError('communities', message)]);
  };
  if (!isTruthy(value)) return [];
  if (!Array.isArray(value)) return refuse();
  return value.map((item: unknown) => {
    const id = isObject(item) ? ownValue(item, 'identifier') : undefined;
    return typeof id === 'string' ? id : refuse();
  });
}

function subjectsOf(value: unknown): JsonObject[] {
  if (!isTruthy(value)) return [];
  return iterate(value).map((subject) => ({
    term: getFrom(subject, 'term') ?? null,
    identifier: getFrom(subject, 'identifier') ?? null,
    scheme: getFrom(subject, 'scheme') ?? null,
  }));
}

/** Journal, meeting, imprint, thesis, domain fields, subjects and the requested communities. */
export function loadCustomFields(metadata: JsonObject): CustomFields {
  const fields: Record<string, unknown> = {};
  // Zenodo looks at the communities first: where more is wrong, that is what it complains about.
  const communities = communityIds(ownValue(metadata, 'communities'));
  for (const [name, renaming] of Object.entries(CUSTOM_FIELD_MEMBERS)) {
    const value = renamed(metadata, renaming);
    if (value !== null) fields[name] = value;
  }
  const university = ownValue(metadata, 'thesis_university');
  if (typeof university === 'string') fields['thesis:thesis'] = { university };
  const custom = ownValue(metadata, 'custom');
  if (isTruthy(custom) && !isObject(custom)) {
    throw new RefusedFields([fieldError('metadata.custom', 'Not a valid mapping type.')]);
  }
  for (const [key, value] of Object.entries(isObject(custom) ? custom : {})) {
    if (isCustomField(key)) fields[key] = value;
  }
  const subjects = subjectsOf(ownValue(metadata, 'subjects'));
  if (subjects.length > 0) fields['legacy:subjects'] = subjects;
  if (communities.length > 0) fields['legacy:communities'] = communities;
  return fields;
}
