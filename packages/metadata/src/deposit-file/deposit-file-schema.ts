import {
  dateTypes,
  legacyContributorTypes,
  legacyRelations,
  resourceTypes,
} from '@nx-zenodo/zenodo-api';
import * as v from 'valibot';

const text = (description: string) => v.pipe(v.string(), v.description(description));
const listOf = <Item extends v.GenericSchema>(item: Item, description: string) =>
  v.pipe(v.array(item), v.description(description));
const choice = (values: readonly string[], description: string) =>
  v.pipe(v.picklist(values), v.description(description));

const uploadTypes = [...new Set(resourceTypes().map(({ type }) => type))];
const subtypes = (type: string) => [
  ...resourceTypes().flatMap((entry) =>
    entry.type === type && entry.subtype !== null ? [entry.subtype] : [],
  ),
  ...(type === 'publication' ? ['thesis'] : []),
];

const person = {
  name: text('"Family, Given" with exactly one comma; any other form becomes a family name.'),
  affiliation: v.optional(text('One affiliation, free text.')),
  orcid: v.optional(text('ORCID, with or without https://orcid.org/.')),
  gnd: v.optional(text('GND number.')),
};

const relatedIdentifier = v.strictObject({
  identifier: text('DOI, URL, arXiv, ISBN or another identifier whose scheme Zenodo detects.'),
  relation: choice(legacyRelations(), 'What this record is to the other.'),
  resource_type: v.optional(text('What the other is, e.g. `software` or `publication-article`.')),
  scheme: v.optional(text('Ignored by Zenodo, which detects the scheme itself.')),
});

const date = v.strictObject({
  start: v.optional(text('First day, EDTF level 0.')),
  end: v.optional(text('Last day, EDTF level 0.')),
  type: v.pipe(
    v.string(),
    v.description(`One of ${dateTypes().join(', ')}; case does not matter.`),
  ),
  description: v.optional(text('What the date means.')),
});

const location = v.strictObject({
  place: text('Name of the place.'),
  lat: v.optional(v.pipe(v.number(), v.description('Degrees north; Zenodo loses a 0.'))),
  lon: v.optional(v.pipe(v.number(), v.description('Degrees east; Zenodo loses a 0.'))),
  description: v.optional(text('What happened there.')),
});

const subject = v.strictObject({
  term: text('The term.'),
  identifier: v.optional(text('Its address or number.')),
  scheme: v.optional(text('The vocabulary it is from.')),
});

const publication = {
  journal_title: v.optional(text('Journal.')),
  journal_volume: v.optional(text('Volume.')),
  journal_issue: v.optional(text('Issue.')),
  journal_pages: v.optional(text('Pages.')),
  conference_title: v.optional(text('Conference.')),
  conference_acronym: v.optional(text('Acronym of the conference.')),
  conference_dates: v.optional(text('Dates, free text.')),
  conference_place: v.optional(text('City and country.')),
  conference_url: v.optional(text('Address of the conference.')),
  conference_session: v.optional(text('Session.')),
  conference_session_part: v.optional(text('Part of the session.')),
  imprint_publisher: v.optional(text('Publisher; Zenodo when absent.')),
  imprint_isbn: v.optional(text('ISBN.')),
  imprint_place: v.optional(text('Place of publication.')),
  partof_title: v.optional(text('Title of the book.')),
  partof_pages: v.optional(text('Pages in the book.')),
  thesis_university: v.optional(text('University that awarded the degree.')),
};

const metadata = v.strictObject({
  upload_type: v.optional(choice(uploadTypes, 'Kind of work.')),
  publication_type: v.optional(
    choice(subtypes('publication'), 'Only for upload type `publication`.'),
  ),
  image_type: v.optional(choice(subtypes('image'), 'Only for upload type `image`.')),
  software_type: v.optional(choice(subtypes('software'), 'Only for upload type `software`.')),
  title: v.optional(text('Title, at least three characters.')),
  description: v.optional(text('Description as HTML; Zenodo keeps only some elements.')),
  publication_date: v.optional(
    text('Date of publication, EDTF level 0: YYYY, YYYY-MM, YYYY-MM-DD, or an interval a/b.'),
  ),
  creators: v.optional(listOf(v.strictObject(person), 'Authors, in the order of the citation.')),
  contributors: v.optional(
    listOf(
      v.strictObject({ ...person, type: choice(legacyContributorTypes(), 'What they did.') }),
      'People and organisations that helped but are not authors.',
    ),
  ),
  thesis_supervisors: v.optional(listOf(v.strictObject(person), 'Supervisors of a thesis.')),
  access_right: v.optional(
    choice(['open', 'embargoed', 'restricted', 'closed'], 'Who may see the files.'),
  ),
  embargo_date: v.optional(text('Day on which embargoed files open, YYYY-MM-DD.')),
  access_conditions: v.optional(text('Not kept by Zenodo.')),
  license: v.optional(
    v.pipe(
      v.union([v.string(), v.strictObject({ id: v.string() })]),
      v.description('One licence of Zenodo’s list, as an SPDX id.'),
    ),
  ),
  doi: v.optional(text('Only a DOI that somebody else minted.')),
  prereserve_doi: v.optional(v.pipe(v.unknown(), v.description('Ignored by Zenodo.'))),
  keywords: v.optional(listOf(v.string(), 'Free keywords, one per item.')),
  subjects: v.optional(listOf(subject, 'Terms of controlled vocabularies.')),
  notes: v.optional(text('Additional notes, HTML.')),
  method: v.optional(text('Methods, HTML.')),
  references: v.optional(listOf(v.string(), 'Works that the record cites, as text, one per item.')),
  related_identifiers: v.optional(
    listOf(relatedIdentifier, 'Links to other works, each with a relation.'),
  ),
  communities: v.optional(
    listOf(
      v.strictObject({ identifier: text('Slug of a Zenodo community.') }),
      'Communities that should include the record.',
    ),
  ),
  grants: v.optional(
    listOf(
      v.strictObject({ id: text('`funder DOI::number`, or the number of an EC grant.') }),
      'Grants that funded the work.',
    ),
  ),
  version: v.optional(text('Version, at most 191 characters.')),
  language: v.optional(text('ISO 639-3 or 639-1 code of the main language.')),
  locations: v.optional(listOf(location, 'Places that the work is about.')),
  dates: v.optional(listOf(date, 'Dates of the work, such as the time of collection.')),
  custom: v.optional(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.description('Custom fields that Zenodo knows, by name.'),
    ),
  ),
  ...publication,
});

/** zenodo.metadata.json: what is sent to Zenodo's deposit API, and nothing else. */
export const depositFileSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(text('Address of this schema, for editors.')),
    metadata: v.pipe(metadata, v.description('The metadata of the record.')),
  }),
  v.title('Zenodo deposit metadata'),
  v.description("What the record will say, in the form of Zenodo's deposit API."),
);
