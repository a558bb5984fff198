import type { DataCiteDocument } from './datacite-json.js';
import { document, element } from './xml.js';

const namespaces = {
  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
};

/** The fifteen elements of Dublin Core, as far as a record has them. */
export function formatDublinCore(datacite: DataCiteDocument): string {
  const all = (name: string, values: readonly string[]) =>
    values.map((value) => element(`dc:${name}`, {}, value));
  return document(
    element(
      'oai_dc:dc',
      namespaces,
      all(
        'creator',
        datacite.creators.map(({ name }) => name),
      ),
      all(
        'contributor',
        datacite.contributors.map(({ name }) => name),
      ),
      all(
        'date',
        datacite.dates.map(({ date }) => date),
      ),
      all(
        'description',
        datacite.descriptions.map(({ description }) => description),
      ),
      all('identifier', [
        ...(datacite.id === undefined ? [] : [datacite.id]),
        ...datacite.identifiers.flatMap(({ identifier, identifierType }) =>
          identifierType === 'oai' ? [identifier] : [],
        ),
      ]),
      all('publisher', [datacite.publisher.name]),
      all(
        'relation',
        datacite.relatedIdentifiers.map(({ relatedIdentifier }) => relatedIdentifier),
      ),
      all(
        'rights',
        datacite.rightsList.flatMap(({ rightsIdentifier }) => rightsIdentifier ?? []),
      ),
      all(
        'subject',
        datacite.subjects.map(({ subject }) => subject),
      ),
      all(
        'title',
        datacite.titles.map(({ title }) => title),
      ),
      all('type', [datacite.types.resourceTypeGeneral]),
    ),
  );
}
