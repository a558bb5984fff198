import { describe, expect, it } from '@jest/globals';
import { checkMetadata } from './metadata-schema.js';
import { loadMetadata } from './load-metadata.js';
import { loadRecordMetadata } from './deposit-draft.js';
import { UnexpectedValue } from './field-error.js';

const context = { today: '2026-01-20' };
const minimal = { title: 'A title', creators: [{ name: 'Doe, Jane' }], upload_type: 'software' };

/** What the draft keeps of a field, and the fields that stop publishing. */
function published(metadata: object) {
  const draft = checkMetadata(loadMetadata({ ...minimal, ...metadata }, context)).metadata;
  return { draft, stopped: checkMetadata(draft).errors.map(({ field }) => field) };
}

describe('what the record schema keeps', () => {
  it('when nothing of a resource type is right, the relation is published without it', () => {
    const relation = { identifier: '10.1234/x', relation: 'cites', resource_type: ['software'] };
    const { draft, stopped } = published({ related_identifiers: [relation] });
    expect(draft.related_identifiers).toEqual([
      { identifier: '10.1234/x', scheme: 'doi', relation_type: { id: 'cites' } },
    ]);
    expect(stopped).toEqual([]);
  });

  it('when an affiliation is no text, its empty place in the list stops publishing', () => {
    const { stopped } = published({ creators: [{ name: 'Doe, Jane', affiliation: ['Lab'] }] });
    expect(stopped).toEqual(['metadata.creators.0.affiliations.0.affiliations']);
  });

  it('when an alternate identifier is there twice, the whole list is dropped', () => {
    const twice = { identifier: '10.1234/x', relation: 'isAlternateIdentifier' };
    const { draft, stopped } = published({ related_identifiers: [twice, { ...twice }] });
    expect(draft.identifiers).toBeUndefined();
    expect(stopped).toEqual([]);
  });

  it('when the list of contributors is empty, it stays an empty list', () => {
    expect(published({ contributors: [] }).draft.contributors).toEqual([]);
  });

  it('when the number of a grant has space around it, it is cleaned', () => {
    const { draft } = published({ grants: [{ id: '00k4n6c32::12 ' }] });
    expect(draft.funding).toEqual([
      { funder: { id: '00k4n6c32' }, award: { id: '00k4n6c32::12' } },
    ]);
  });
});

describe('a place', () => {
  it.each([
    { place: '' },
    { place: ' ' },
    { place: null },
    { place: 'Rome', lat: 'north', lon: 'east' },
    { place: 'Rome', lat: '41.9', lon: '0x10' },
    { place: 'Rome', lat: true, lon: 12.5 },
  ])('when it is %j, it stops publishing', (location) => {
    expect(published({ locations: [location] }).stopped).toEqual([
      expect.stringMatching(
        /^metadata\.locations\.features\.0\.(locations|geometry\.coordinates)$/,
      ),
    ]);
  });

  it.each<[unknown, number]>([
    ['41.9', 41.9],
    [' +1_0.5e1 ', 105],
    ['.5', 0.5],
    [12, 12],
  ])('when its latitude is %j, that is the number %d', (lat, expected) => {
    const { draft, stopped } = published({ locations: [{ place: 'Rome', lat, lon: 1 }] });
    expect(draft.locations?.features[0]?.geometry?.coordinates).toEqual([1, expected]);
    expect(stopped).toEqual([]);
  });
});

describe('a moment', () => {
  it('when a date of the work has a time, it is kept; a day of publication with one is not', () => {
    const moment = '2020-05-01T10:30:00+02:00';
    const { draft } = published({ dates: [{ start: moment, type: 'Created' }] });
    expect(draft.dates).toEqual([{ date: moment, type: { id: 'created' } }]);
    expect(published({ publication_date: moment }).stopped).toEqual(['metadata.publication_date']);
  });
});

describe('what stands beside the metadata', () => {
  it('when DOI and access are both wrong, the DOI breaks the request first', () => {
    const wrong = { ...minimal, doi: 5, access_right: 'secret', subjects: ['x'] };
    expect(() => loadRecordMetadata(wrong, context)).toThrow(UnexpectedValue);
    expect(() => loadRecordMetadata({ ...wrong, doi: '' }, context)).toThrow(
      'Unknown access type.',
    );
  });

  it('when communities and subjects are both wrong, the communities are complained about', () => {
    const wrong = { ...minimal, communities: ['lab'], subjects: ['x'] };
    expect(() => loadRecordMetadata(wrong, context)).toThrow('Communities must be a list');
  });

  it('when the resource type is a text, it is loaded as it stands', () => {
    const loaded = loadMetadata({ ...minimal, upload_type: '', resource_type: ' “x” ' }, context);
    expect(loaded['resource_type']).toBe(' “x” ');
  });
});
