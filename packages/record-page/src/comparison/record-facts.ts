import type { Slot } from '../findings/field-slot.js';
import { plainText } from '../html/rich-text.js';
import type { PersonView } from '../view/person-view.js';
import type { RecordView } from '../view/record-view.js';
import { relationInWords } from '../words/relation.js';

/** One field of a record as lines of text, so that two records can be compared line by line. */
export interface FieldLines {
  readonly slot: Slot;
  readonly label: string;
  readonly lines: (record: RecordView) => readonly string[];
}

const joined = (...parts: readonly (string | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

const person = ({ name, affiliations, orcid, gnd }: PersonView) =>
  joined(name, ...(affiliations ?? []), orcid, gnd);

const given = (text: string | undefined) => (text === undefined || text === '' ? [] : [text]);

const html = (text: string | undefined) => given(text === undefined ? text : plainText(text));

/** The fields that are compared, in the order in which a reader weighs them. */
export const comparedFields: readonly FieldLines[] = [
  { slot: 'title', label: 'Title', lines: ({ title }) => given(title) },
  { slot: 'version', label: 'Version', lines: ({ version }) => given(version) },
  {
    slot: 'publicationDate',
    label: 'Publication date',
    lines: ({ publicationDate }) => given(publicationDate),
  },
  {
    slot: 'resourceType',
    label: 'Resource type',
    lines: ({ resourceType }) => [resourceType.title],
  },
  { slot: 'creators', label: 'Creators', lines: ({ creators }) => creators.map(person) },
  {
    slot: 'contributors',
    label: 'Contributors',
    lines: ({ contributors }) => contributors.map((one) => joined(person(one), one.role)),
  },
  { slot: 'licences', label: 'Licence', lines: ({ licences }) => licences.map(({ id }) => id) },
  {
    slot: 'access',
    label: 'Access',
    lines: ({ access }) => [joined(access.right, access.embargoUntil, access.reason)],
  },
  { slot: 'description', label: 'Description', lines: ({ description }) => html(description) },
  { slot: 'notes', label: 'Notes', lines: ({ notes }) => html(notes) },
  { slot: 'method', label: 'Method', lines: ({ method }) => html(method) },
  { slot: 'keywords', label: 'Keywords', lines: ({ keywords }) => keywords },
  {
    slot: 'relatedIdentifiers',
    label: 'Related works',
    lines: ({ relatedIdentifiers }) =>
      relatedIdentifiers.map((one) =>
        joined(`${relationInWords(one.relation)} ${one.identifier}`, one.resourceType),
      ),
  },
  {
    slot: 'funding',
    label: 'Funding',
    lines: ({ funding }) => funding.map((one) => joined(one.funder, one.award, one.number)),
  },
  {
    slot: 'communities',
    label: 'Communities',
    lines: ({ communities }) => communities.map(({ id }) => id),
  },
  { slot: 'language', label: 'Language', lines: ({ language }) => given(language) },
  { slot: 'references', label: 'References', lines: ({ references }) => references },
  {
    slot: 'facts',
    label: 'Details',
    lines: ({ facts }) => facts.map(({ label, text }) => `${label}: ${text}`),
  },
  {
    slot: 'files',
    label: 'Files',
    lines: ({ files }) =>
      files.map(({ key, size, md5 }) =>
        joined(key, size === undefined ? undefined : `${size} bytes`, md5),
      ),
  },
];
