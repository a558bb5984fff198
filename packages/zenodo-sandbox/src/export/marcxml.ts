import type { DataCiteDocument } from './datacite-document.js';
import { document, element, type Xml } from './xml.js';

type Subfields = readonly (readonly [code: string, value: string | undefined])[];

/** MARC 21 in XML: the fields that a library catalogue needs to find and cite a record. */
export function formatMarcXml(datacite: DataCiteDocument): string {
  const [first, ...others] = datacite.creators;
  const relations = (datacite.relatedIdentifiers ?? []).map(({ relatedIdentifier, relationType }) =>
    field('787', [
      ['i', relationType],
      ['o', relatedIdentifier],
    ]),
  );
  return document(
    element(
      'record',
      { xmlns: 'http://www.loc.gov/MARC21/slim' },
      element('leader', {}, '00000nam##2200000uu#4500'),
      datacite.doi === undefined
        ? undefined
        : field('024', [
            ['a', datacite.doi],
            ['2', 'doi'],
          ]),
      first === undefined ? undefined : field('100', [['a', first.name]]),
      datacite.titles.map(({ title }) => field('245', [['a', title]])),
      field('260', [
        ['b', datacite.publisher?.name],
        ['c', datacite.dates[0]?.date],
      ]),
      (datacite.descriptions ?? []).map(({ description }) => field('520', [['a', description]])),
      (datacite.rightsList ?? []).map(({ rightsIdentifier }) =>
        field('540', [['a', rightsIdentifier]]),
      ),
      (datacite.subjects ?? []).map(({ subject }) => field('653', [['a', subject]])),
      others.map(({ name }) => field('700', [['a', name]])),
      relations,
    ),
  );
}

function field(tag: string, subfields: Subfields): Xml {
  const members = subfields
    .filter(([, value]) => value !== undefined)
    .map(([code, value]) => element('subfield', { code }, value));
  return element('datafield', { tag, ind1: ' ', ind2: ' ' }, members);
}
