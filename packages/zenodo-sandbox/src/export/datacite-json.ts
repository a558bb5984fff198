import {
  legacyContributorType,
  legacyRelation,
  resourceType,
  type RdmCreator,
  type RdmMetadata,
} from '@nx-zenodo/zenodo-api';
import type { Revision, Version } from '../model/version.js';

export interface DataCiteName {
  readonly name: string;
  readonly nameType: 'Personal' | 'Organizational';
  readonly givenName?: string;
  readonly familyName?: string;
  readonly affiliation: readonly { readonly name: string }[];
  readonly nameIdentifiers: readonly {
    readonly nameIdentifier: string;
    readonly nameIdentifierScheme: string;
  }[];
}

/** DataCite metadata schema 4.x in its JSON form. */
export interface DataCiteDocument {
  readonly id?: string;
  readonly doi?: string;
  readonly types: { readonly resourceTypeGeneral: string; readonly resourceType: string };
  readonly creators: readonly DataCiteName[];
  readonly contributors: readonly (DataCiteName & { readonly contributorType: string })[];
  readonly titles: readonly { readonly title: string }[];
  readonly publisher: { readonly name: string };
  readonly publicationYear: string;
  readonly subjects: readonly { readonly subject: string }[];
  readonly dates: readonly { readonly date: string; readonly dateType: string }[];
  readonly identifiers: readonly { readonly identifier: string; readonly identifierType: string }[];
  readonly relatedIdentifiers: readonly DataCiteRelation[];
  readonly version?: string;
  readonly language?: string;
  readonly rightsList: readonly { readonly rightsIdentifier?: string; readonly rights?: string }[];
  readonly descriptions: readonly {
    readonly description: string;
    readonly descriptionType: string;
  }[];
  readonly schemaVersion: string;
}

export interface DataCiteRelation {
  readonly relatedIdentifier: string;
  readonly relatedIdentifierType: string;
  readonly relationType: string;
}

/** What DataCite is told of a version; it points at its concept (zenodo-rdm test_serializers). */
export function toDataCite(
  version: Version,
  { content }: Revision,
  conceptDoi: string | undefined,
): DataCiteDocument {
  const { metadata, pids } = content;
  const doi = pids.doi?.identifier;
  const type = resourceType(metadata.resource_type?.id ?? '');
  return {
    ...(doi === undefined ? {} : { id: `https://doi.org/${doi}`, doi }),
    types: {
      resourceTypeGeneral: type?.dataciteGeneral ?? 'Other',
      resourceType: type === null || type.subtype === null ? '' : type.title,
    },
    creators: (metadata.creators ?? []).map(toName),
    contributors: (metadata.contributors ?? []).map((person) => ({
      ...toName(person),
      contributorType: legacyContributorType(person.role?.id ?? '') ?? 'Other',
    })),
    titles: [{ title: metadata.title ?? '' }],
    publisher: { name: metadata.publisher ?? 'Zenodo' },
    publicationYear: (metadata.publication_date ?? '').slice(0, 4),
    subjects: (metadata.subjects ?? []).flatMap(({ subject }) => (subject ? [{ subject }] : [])),
    dates: [{ date: metadata.publication_date ?? '', dateType: 'Issued' }],
    identifiers: [
      ...(doi === undefined ? [] : [{ identifier: doi, identifierType: 'DOI' }]),
      { identifier: `oai:zenodo.org:${version.id}`, identifierType: 'oai' },
    ],
    relatedIdentifiers: [...relations(metadata), ...conceptRelation(conceptDoi)],
    ...(metadata.version === undefined ? {} : { version: metadata.version }),
    ...(metadata.languages?.[0]?.id === undefined ? {} : { language: metadata.languages[0].id }),
    rightsList: (metadata.rights ?? []).map(({ id, title }) => ({
      ...(id === undefined ? {} : { rightsIdentifier: id }),
      ...(title?.['en'] === undefined ? {} : { rights: title['en'] }),
    })),
    descriptions:
      metadata.description === undefined
        ? []
        : [{ description: metadata.description, descriptionType: 'Abstract' }],
    schemaVersion: 'http://datacite.org/schema/kernel-4',
  };
}

function conceptRelation(conceptDoi: string | undefined): DataCiteRelation[] {
  if (conceptDoi === undefined) return [];
  return [
    { relatedIdentifier: conceptDoi, relatedIdentifierType: 'DOI', relationType: 'IsVersionOf' },
  ];
}

function relations(metadata: RdmMetadata): DataCiteRelation[] {
  return (metadata.related_identifiers ?? []).map(({ identifier, scheme, relation_type }) => ({
    relatedIdentifier: identifier ?? '',
    relatedIdentifierType: (scheme ?? 'url').toUpperCase(),
    relationType: dataciteRelation(relation_type?.id ?? ''),
  }));
}

// The names are Zenodo's, with a capital: isCitedBy, IsCitedBy.
function dataciteRelation(id: string): string {
  const name = legacyRelation(id) ?? id;
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function toName({ person_or_org: person = {}, affiliations = [] }: RdmCreator): DataCiteName {
  const { type, name, given_name, family_name, identifiers = [] } = person;
  return {
    name: name ?? [family_name, given_name].filter(Boolean).join(', '),
    nameType: type === 'organizational' ? 'Organizational' : 'Personal',
    ...(given_name === undefined ? {} : { givenName: given_name }),
    ...(family_name === undefined ? {} : { familyName: family_name }),
    affiliation: affiliations.flatMap(({ name: of }) => (of === undefined ? [] : [{ name: of }])),
    nameIdentifiers: identifiers.map(({ identifier = '', scheme = '' }) => ({
      nameIdentifier: identifier,
      nameIdentifierScheme: scheme.toUpperCase(),
    })),
  };
}
