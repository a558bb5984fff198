import {
  detectRelatedScheme,
  matchLicense,
  normalizeIdentifier,
  resourceType,
} from '@nx-zenodo/zenodo-api';
import type { DepositMetadata, DepositPerson } from '@nx-zenodo/zenodo-api';
import { plainText } from '../text/plain-text.js';
import { licenseId, orcidUrl, personParts } from './person-parts.js';

/** relatedIdentifierType of DataCite 4.5 by Zenodo's scheme; what DataCite does not know is left out. */
const IDENTIFIER_TYPES: Readonly<Record<string, string>> = {
  ads: 'bibcode',
  ark: 'ARK',
  arxiv: 'arXiv',
  cstr: 'CSTR',
  doi: 'DOI',
  ean13: 'EAN13',
  handle: 'Handle',
  isbn: 'ISBN',
  issn: 'ISSN',
  istc: 'ISTC',
  lsid: 'LSID',
  pmid: 'PMID',
  purl: 'PURL',
  rrid: 'RRID',
  url: 'URL',
  urn: 'URN',
};

type Json = Record<string, unknown>;

function toPerson(person: DepositPerson): Json {
  const parts = personParts(person);
  const { affiliation, orcid } = person;
  return {
    name: person.name,
    nameType: parts.kind === 'person' ? 'Personal' : 'Organizational',
    ...(parts.kind === 'person' ? { familyName: parts.family, givenName: parts.given } : {}),
    ...(affiliation === undefined ? {} : { affiliation: [{ name: affiliation }] }),
    ...(orcid === undefined
      ? {}
      : { nameIdentifiers: [{ nameIdentifier: orcidUrl(orcid), nameIdentifierScheme: 'ORCID' }] }),
  };
}

function relatedIdentifiers({ related_identifiers: related = [] }: DepositMetadata): Json[] {
  return related.flatMap(({ identifier, relation, resource_type: type }) => {
    const scheme = detectRelatedScheme(identifier) ?? '';
    const kind = Object.hasOwn(IDENTIFIER_TYPES, scheme) ? IDENTIFIER_TYPES[scheme] : undefined;
    if (kind === undefined || relation === 'isAlternateIdentifier') return [];
    const general = type === undefined ? undefined : resourceType(type)?.dataciteGeneral;
    return [
      {
        relatedIdentifier: normalizeIdentifier(identifier, scheme),
        relatedIdentifierType: kind,
        relationType: relation.charAt(0).toUpperCase() + relation.slice(1),
        ...(general === undefined ? {} : { resourceTypeGeneral: general }),
      },
    ];
  });
}

function descriptions({ description, method, notes }: DepositMetadata): Json[] {
  const entry = (text: string | undefined, descriptionType: string): Json[] =>
    text === undefined ? [] : [{ description: plainText(text), descriptionType }];
  return [...entry(description, 'Abstract'), ...entry(method, 'Methods'), ...entry(notes, 'Other')];
}

function rights(deposit: DepositMetadata): Json[] {
  const written = licenseId(deposit.license);
  const match = written === undefined ? null : matchLicense(written);
  if (match === null || !('id' in match)) return [];
  return [
    {
      rightsIdentifier: match.id,
      rightsIdentifierScheme: 'SPDX',
      schemeUri: 'https://spdx.org/licenses/',
    },
  ];
}

/** The deposit as DataCite 4.5 JSON, as Zenodo would register it; null DOI for a release that has none yet. */
export function toDataCite(deposit: DepositMetadata, doi: string | null): Json {
  const subtype = deposit.publication_type ?? deposit.image_type ?? deposit.software_type;
  const type = deposit.upload_type ?? 'other';
  const entry =
    resourceType(subtype === undefined ? type : `${type}-${subtype}`) ?? resourceType(type);
  const { title = '', version, language, publication_date: date = '', keywords = [] } = deposit;
  return {
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    ...(doi === null ? {} : { identifiers: [{ identifier: doi, identifierType: 'DOI' }] }),
    types: {
      resourceTypeGeneral: entry?.dataciteGeneral ?? 'Other',
      resourceType: entry?.title ?? '',
    },
    titles: [{ title }],
    creators: (deposit.creators ?? []).map(toPerson),
    contributors: (deposit.contributors ?? []).map((person) => ({
      ...toPerson(person),
      contributorType: person.type ?? 'Other',
    })),
    publisher: { name: deposit.imprint_publisher ?? 'Zenodo' },
    publicationYear: date.slice(0, 4),
    dates: [{ date, dateType: 'Issued' }],
    subjects: keywords.map((subject) => ({ subject })),
    relatedIdentifiers: relatedIdentifiers(deposit),
    rightsList: rights(deposit),
    descriptions: descriptions(deposit),
    ...(version === undefined ? {} : { version }),
    ...(language === undefined ? {} : { language }),
  };
}

/** {@link toDataCite} as text. */
export function formatDataCite(deposit: DepositMetadata, doi: string | null): string {
  return `${JSON.stringify(toDataCite(deposit, doi), null, 2)}\n`;
}
