import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../http/refusal.js';
import type { SearchDocument } from './document.js';
import { parseQuery } from './query.js';

const fields: Record<string, string[]> = {
  'metadata.title': ['The sleep of reason'],
  'metadata.publication_date': ['2024-05-06'],
  'pids.doi.identifier': ['10.5072/zenodo.42'],
  'metadata.resource_type.props.subtype': ['publication-dissertation'],
  'files.count': ['12'],
};
const document: SearchDocument = {
  id: 42,
  created: '',
  updated: '',
  published: '2024-05-06',
  index: 1,
  values: (field) => fields[field] ?? [],
  text: () => 'the sleep of reason produces monsters',
};
const finds = (query: string) => parseQuery(query)(document);

describe('a query', () => {
  it.each([
    '',
    '*',
    'sleep monsters',
    'sleep AND monsters',
    'dreams OR sleep',
    'dreams || sleep && reason',
    'NOT dreams',
    '-dreams +sleep',
    '!(dreams OR nightmares)',
    '"sleep of reason"',
    'title:sleep',
    'title:(sleep AND reason)',
    'title:(dreams OR sleep) monsters',
    'title:sl?ep',
    'title:rea*',
    'title:"sleep of"~2',
    'title:sleep^4',
    'doi:10.5072/zenodo.42',
    'doi:"10.5072/zenodo.42"',
    'doi:10.5072\\/zenodo.42',
    'resource_type.subtype:publication-thesis',
    'publication_date:[2024-01-01 TO 2024-12-31]',
    'publication_date:{2024-05-05 TO *]',
    'filecount:>=12',
    'filecount:[2 TO 100]',
    '_exists_:title',
    'metadata.title:reason',
  ])('when it is %s, it finds', (query) => expect(finds(query)).toBe(true));

  it.each([
    'dreams',
    'sleep dreams',
    'NOT sleep',
    '"reason sleep"',
    'title:monsters',
    'publication_date:{2024-05-06 TO *]',
    'filecount:<12',
    '_exists_:notes',
    'doi:10.5072/zenodo.4',
    'sleep AND (dreams OR nightmares)',
  ])('when it is %s, it does not find', (query) => expect(finds(query)).toBe(false));

  it.each([
    '(open',
    'closed)',
    '"open',
    'title:[a TO',
    'AND',
    'a AND',
    'NOT',
    'a OR OR b',
    '[a TO b]',
  ])('when it is %s, it is refused', (query) => expect(() => finds(query)).toThrow(Refusal));

  it('when it is any text at all, it is answered or refused', () => {
    const alphabet = fc.constantFrom(
      ...'ab:"()[]{}*?~^\\/ +-!<>=&|'.split(''),
      ' AND ',
      ' TO ',
      'title:',
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 30 }), (parts) => {
        try {
          finds(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });
});
