import {
  legacyContributorType,
  resourceType,
  type RdmCreator,
  type RdmMetadata,
} from '@nx-zenodo/zenodo-api';
import { datesOf, fundingOf, locationsOf } from './datacite-parts.js';
import { alternateIdentifiers, relatedIdentifiers } from './datacite-relations.js';
import type { DataCiteDocument, DataCiteName } from './datacite-document.js';
import { tellLicence } from './licence.js';
import { plainText } from './plain-text.js';
import type { Exported } from './exported.js';

/** What DataCite is told of a version; it points at its concept (invenio-rdm-records, DataCite45Schema). */
export function toDataCite(record: Exported): DataCiteDocument {
  const { metadata, pids } = record.shown.content;
  const doi = pids.doi?.identifier;
  const related = relatedIdentifiers(record);
  return {
    ...(doi === undefined ? {} : { doi }),
    types: typesOf(metadata),
    creators: (metadata.creators ?? []).map(toName),
    ...filled('contributors', contributorsOf(metadata)),
    titles: [{ title: metadata.title ?? '' }],
    ...(metadata.publisher === undefined ? {} : { publisher: { name: metadata.publisher } }),
    publicationYear: (metadata.publication_date ?? '').slice(0, 4),
    ...filled(
      'subjects',
      (metadata.subjects ?? []).flatMap(({ subject }) => (subject ? [{ subject }] : [])),
    ),
    dates: datesOf(record.shown),
    ...(metadata.languages?.[0]?.id === undefined ? {} : { language: metadata.languages[0].id }),
    alternateIdentifiers: alternateIdentifiers(record),
    ...filled('relatedIdentifiers', related),
    ...(metadata.version === undefined ? {} : { version: metadata.version }),
    ...filled('rightsList', rightsOf(metadata)),
    ...filled('descriptions', descriptionsOf(metadata)),
    ...filled('geoLocations', locationsOf(metadata)),
    ...filled('fundingReferences', fundingOf(metadata)),
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}

function filled<Name extends keyof DataCiteDocument>(
  name: Name,
  list: DataCiteDocument[Name] & readonly unknown[],
): Partial<Pick<DataCiteDocument, Name>> {
  return list.length === 0 ? {} : ({ [name]: list } as Partial<Pick<DataCiteDocument, Name>>);
}

// The general type of most subtypes says it all already.
function typesOf({ resource_type }: RdmMetadata): DataCiteDocument['types'] {
  const type = resourceType(resource_type?.id ?? '');
  const general = type?.dataciteGeneral ?? 'Other';
  const isBroad = general === 'Text' || general === 'Image';
  const named = type !== null && type.subtype !== null && isBroad;
  return { resourceTypeGeneral: general, resourceType: named ? type.title : '' };
}

function contributorsOf({ contributors = [] }: RdmMetadata) {
  return contributors.map((person) => ({
    ...toName(person),
    contributorType: legacyContributorType(person.role?.id ?? '') ?? 'Other',
  }));
}

// Zenodo's vocabulary of licences is that of SPDX; what is not in it has a title of its own.
function rightsOf({ rights = [] }: RdmMetadata): NonNullable<DataCiteDocument['rightsList']> {
  return rights.map((right) => {
    const { title, url } = tellLicence(right);
    return {
      rights: title,
      ...(right.id === undefined
        ? {}
        : { rightsIdentifier: right.id, rightsIdentifierScheme: 'spdx' }),
      ...(url === undefined ? {} : { rightsUri: url }),
    };
  });
}

const descriptionTypes: Readonly<Record<string, string>> = {
  abstract: 'Abstract',
  methods: 'Methods',
  'series-information': 'SeriesInformation',
  'table-of-contents': 'TableOfContents',
  'technical-info': 'TechnicalInfo',
};

function descriptionsOf({ description, additional_descriptions = [] }: RdmMetadata) {
  const more = additional_descriptions.map((entry) => ({
    description: plainText(entry.description ?? ''),
    descriptionType: descriptionTypes[entry.type?.id ?? ''] ?? 'Other',
  }));
  if (description === undefined) return more;
  return [{ description: plainText(description), descriptionType: 'Abstract' }, ...more];
}

function toName({ person_or_org: person = {}, affiliations = [] }: RdmCreator): DataCiteName {
  const { type, name, given_name, family_name, identifiers = [] } = person;
  const named = affiliations.flatMap(({ name: of }) => (of === undefined ? [] : [{ name: of }]));
  return {
    name: name ?? [family_name, given_name].filter(Boolean).join(', '),
    nameType: type === 'organizational' ? 'Organizational' : 'Personal',
    ...(given_name === undefined ? {} : { givenName: given_name }),
    ...(family_name === undefined ? {} : { familyName: family_name }),
    nameIdentifiers: identifiers.map(({ identifier = '', scheme = '' }) => ({
      nameIdentifier: identifier,
      nameIdentifierScheme: scheme.toUpperCase(),
    })),
    ...(named.length === 0 ? {} : { affiliation: named }),
  };
}
