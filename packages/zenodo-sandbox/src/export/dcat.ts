import { isCompleted } from '../model/file-entry.js';
import type { Revision } from '../model/version.js';
import { doiUrl } from '../model/links.js';
import type { DataCiteDocument } from './datacite-document.js';
import { document, element } from './xml.js';

const namespaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:dcat': 'http://www.w3.org/ns/dcat#',
  'xmlns:dct': 'http://purl.org/dc/terms/',
  'xmlns:foaf': 'http://xmlns.com/foaf/0.1/',
};

/** A record as a dataset of the Data Catalog Vocabulary (DCAT 2) in RDF/XML. */
export function formatDcat(datacite: DataCiteDocument, { files }: Revision): string {
  const about = datacite.doi === undefined ? {} : { 'rdf:about': doiUrl(datacite.doi) };
  const text = (name: string, values: readonly (string | undefined)[]) =>
    values.map((value) => (value === undefined ? undefined : element(name, {}, value)));
  return document(
    element(
      'rdf:RDF',
      namespaces,
      element(
        'dcat:Dataset',
        about,
        text('dct:identifier', [datacite.doi]),
        text(
          'dct:title',
          datacite.titles.map(({ title }) => title),
        ),
        text(
          'dct:description',
          (datacite.descriptions ?? []).map(({ description }) => description),
        ),
        text(
          'dct:issued',
          datacite.dates.slice(0, 1).map(({ date }) => date),
        ),
        text(
          'dcat:keyword',
          (datacite.subjects ?? []).map(({ subject }) => subject),
        ),
        text('dct:hasVersion', [datacite.version]),
        datacite.creators.map(({ name }) =>
          element('dct:creator', {}, element('foaf:Agent', {}, element('foaf:name', {}, name))),
        ),
        files
          .filter(isCompleted)
          .map(({ key, content }) =>
            element(
              'dcat:distribution',
              {},
              element(
                'dcat:Distribution',
                {},
                element('dct:title', {}, key),
                element('dcat:byteSize', {}, String(content.size)),
              ),
            ),
          ),
      ),
    ),
  );
}
