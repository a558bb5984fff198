import { describe, expect, it } from '@jest/globals';
import type { Merged } from '../resolve/merge-statements.js';
import { addRelations } from './add-relations.js';

const part = { relation: 'isPartOf', doi: '10.5281/zenodo.7', source: 'packages/a' };
const merged = (related: Merged['deposit']['related_identifiers']): Merged => ({
  deposit: { title: 'x', ...(related === undefined ? {} : { related_identifiers: related }) },
  origins:
    related === undefined
      ? []
      : [{ field: 'related_identifiers', source: 'm.json', line: 3, rule: 'stated', lost: [] }],
  winners: new Map(),
});

describe('relations between records', () => {
  it('when nothing is related yet, they are the related identifiers', () => {
    const { deposit, origins } = addRelations(merged(undefined), [part]);
    expect(deposit.related_identifiers).toEqual([
      { identifier: '10.5281/zenodo.7', relation: 'isPartOf' },
    ]);
    expect(origins).toEqual([
      {
        field: 'related_identifiers',
        source: 'packages/a',
        line: null,
        rule: 'relations',
        lost: [],
      },
    ]);
  });

  it('when a file states the same in another form, it is not repeated', () => {
    const stated = [
      { identifier: 'https://doi.org/10.5281/ZENODO.7', relation: 'isPartOf' },
      { identifier: 'https://example.org', relation: 'isSupplementTo' },
    ];
    expect(addRelations(merged(stated), [part]).deposit.related_identifiers).toEqual(stated);
    const other = { ...part, relation: 'hasPart' };
    const { deposit, origins } = addRelations(merged(stated), [part, other, other]);
    expect(deposit.related_identifiers).toEqual([
      ...stated,
      { identifier: part.doi, relation: 'hasPart' },
    ]);
    expect(origins).toMatchObject([
      { source: 'm.json', line: 3, rule: 'stated, with relations of packages/a' },
    ]);
  });
});
