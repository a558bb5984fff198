import type {
  DataCiteDocument,
  DataCiteFunding,
  DataCiteLocation,
  DataCiteName,
} from './datacite-document.js';
import { document, element, type Xml } from './xml.js';

const namespaces = {
  xmlns: 'http://datacite.org/schema/kernel-4',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation':
    'http://datacite.org/schema/kernel-4 http://schema.datacite.org/meta/kernel-4.3/metadata.xsd',
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
      datacite.publisher && element('publisher', {}, datacite.publisher.name),
      element('publicationYear', {}, datacite.publicationYear),
      group(
        'subjects',
        (datacite.subjects ?? []).map(({ subject }) => element('subject', {}, subject)),
      ),
      group(
        'contributors',
        (datacite.contributors ?? []).map((name) =>
          person('contributor', { contributorType: name.contributorType }, name),
        ),
      ),
      group(
        'dates',
        datacite.dates.map(({ date, ...attributes }) => element('date', { ...attributes }, date)),
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
  return [
    group(
      'alternateIdentifiers',
      datacite.alternateIdentifiers.map(({ alternateIdentifier, ...attributes }) =>
        element('alternateIdentifier', { ...attributes }, alternateIdentifier),
      ),
    ),
    group(
      'relatedIdentifiers',
      (datacite.relatedIdentifiers ?? []).map(({ relatedIdentifier, ...attributes }) =>
        element('relatedIdentifier', { ...attributes }, relatedIdentifier),
      ),
    ),
    datacite.version === undefined ? undefined : element('version', {}, datacite.version),
    group(
      'rightsList',
      (datacite.rightsList ?? []).map(({ rights, rightsUri: rightsURI, ...attributes }) =>
        element('rights', { rightsURI, ...attributes }, rights),
      ),
    ),
    group(
      'descriptions',
      (datacite.descriptions ?? []).map(({ description, descriptionType }) =>
        element('description', { descriptionType }, description),
      ),
    ),
    group('geoLocations', (datacite.geoLocations ?? []).map(location)),
    group('fundingReferences', (datacite.fundingReferences ?? []).map(funding)),
  ];
}

function location({ geoLocationPlace: place, geoLocationPoint: point }: DataCiteLocation): Xml {
  return element(
    'geoLocation',
    {},
    place && element('geoLocationPlace', {}, place),
    point &&
      element(
        'geoLocationPoint',
        {},
        element('pointLongitude', {}, point.pointLongitude),
        element('pointLatitude', {}, point.pointLatitude),
      ),
  );
}

function funding(reference: DataCiteFunding): Xml {
  const { funderName, funderIdentifier, funderIdentifierType, awardNumber, awardTitle } = reference;
  return element(
    'fundingReference',
    {},
    element('funderName', {}, funderName),
    funderIdentifier && element('funderIdentifier', { funderIdentifierType }, funderIdentifier),
    awardNumber && element('awardNumber', {}, awardNumber),
    awardTitle && element('awardTitle', {}, awardTitle),
  );
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
    (name.affiliation ?? []).map(({ name: of }) => element('affiliation', {}, of)),
  );
}
