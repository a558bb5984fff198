import type { DataCiteDocument, DataCiteName } from './datacite-json.js';
import { document, element, type Xml } from './xml.js';

const namespaces = {
  xmlns: 'http://datacite.org/schema/kernel-4',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://datacite.org/schema/kernel-4 http://schema.datacite.org/meta/kernel-4/metadata.xsd',
};

/** The same document in DataCite's XML. */
export function formatDataCiteXml(datacite: DataCiteDocument): string {
  return document(
    element(
      'resource',
      namespaces,
      element('identifier', { identifierType: 'DOI' }, datacite.doi),
      group(
        'creators',
        datacite.creators.map((name) => person('creator', {}, name)),
      ),
      group(
        'titles',
        datacite.titles.map(({ title }) => element('title', {}, title)),
      ),
      element('publisher', {}, datacite.publisher.name),
      element('publicationYear', {}, datacite.publicationYear),
      group(
        'subjects',
        datacite.subjects.map(({ subject }) => element('subject', {}, subject)),
      ),
      group(
        'contributors',
        datacite.contributors.map((name) =>
          person('contributor', { contributorType: name.contributorType }, name),
        ),
      ),
      group(
        'dates',
        datacite.dates.map(({ date, dateType }) => element('date', { dateType }, date)),
      ),
      datacite.language && element('language', {}, datacite.language),
      element(
        'resourceType',
        { resourceTypeGeneral: datacite.types.resourceTypeGeneral },
        datacite.types.resourceType,
      ),
      ...relatedParts(datacite),
    ),
  );
}

function relatedParts(datacite: DataCiteDocument): (Xml | undefined)[] {
  const alternate = datacite.identifiers.filter(({ identifierType }) => identifierType !== 'DOI');
  return [
    group(
      'alternateIdentifiers',
      alternate.map(({ identifier, identifierType }) =>
        element('alternateIdentifier', { alternateIdentifierType: identifierType }, identifier),
      ),
    ),
    group(
      'relatedIdentifiers',
      datacite.relatedIdentifiers.map(({ relatedIdentifier, ...attributes }) =>
        element('relatedIdentifier', { ...attributes }, relatedIdentifier),
      ),
    ),
    datacite.version === undefined ? undefined : element('version', {}, datacite.version),
    group(
      'rightsList',
      datacite.rightsList.map(({ rightsIdentifier, rights }) =>
        element('rights', { rightsIdentifier }, rights),
      ),
    ),
    group(
      'descriptions',
      datacite.descriptions.map(({ description, descriptionType }) =>
        element('description', { descriptionType }, description),
      ),
    ),
  ];
}

function group(name: string, members: readonly Xml[]): Xml | undefined {
  return members.length === 0 ? undefined : element(name, {}, members);
}

function person(
  kind: 'creator' | 'contributor',
  attributes: Record<string, string>,
  name: DataCiteName,
): Xml {
  return element(
    kind,
    attributes,
    element(`${kind}Name`, { nameType: name.nameType }, name.name),
    name.givenName === undefined ? undefined : element('givenName', {}, name.givenName),
    name.familyName === undefined ? undefined : element('familyName', {}, name.familyName),
    name.nameIdentifiers.map(({ nameIdentifier, nameIdentifierScheme }) =>
      element('nameIdentifier', { nameIdentifierScheme }, nameIdentifier),
    ),
    name.affiliation.map(({ name: of }) => element('affiliation', {}, of)),
  );
}
