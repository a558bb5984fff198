import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { takeDeposit } from './taken-deposit.js';

const today = '2026-11-21';

describe('what Zenodo would take of a deposit', () => {
  it('when all of it is taken, nothing is refused', () => {
    const deposit = { title: 'Rain', keywords: ['a'] };
    const taken = takeDeposit(deposit, today);
    expect(taken).toMatchObject({ metadata: deposit, refusals: [] });
    expect(taken.origin(['keywords', 0])).toEqual(['keywords', 0]);
  });

  it('when members are refused, the others stay, and where they stood is known', () => {
    const known = { identifier: '10.1234/x', relation: 'cites' };
    const taken = takeDeposit(
      { title: 'Rain', related_identifiers: [{ ...known, relation: 'likes' }, 'x', known] },
      today,
    );
    expect(taken.metadata).toEqual({ title: 'Rain', related_identifiers: [known] });
    expect(taken.refusals.map(({ path }) => path)).toEqual([
      ['related_identifiers', 0, 'relation'],
      ['related_identifiers', 1],
    ]);
    expect(taken.origin(['related_identifiers', 0, 'identifier'])).toEqual([
      'related_identifiers',
      2,
      'identifier',
    ]);
  });

  it('when a field needs one that stands after it, both are taken', () => {
    const deposit = { access_right: 'embargoed', embargo_date: '2030-01-01', language: 'qqq' };
    const { metadata, refusals } = takeDeposit(deposit, today);
    expect(metadata).toEqual({ access_right: 'embargoed', embargo_date: '2030-01-01' });
    expect(refusals).toMatchObject([{ path: ['language'] }]);
  });

  it('when it is anything at all, something is decoded and nothing thrown', () => {
    const names = 'title creators upload_type keywords access_right dates license'.split(' ');
    const deposit = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    fc.assert(
      fc.property(fc.oneof(deposit, fc.jsonValue()), (value) => {
        const { draft, refusals } = takeDeposit(value, today);
        expect(draft).toHaveProperty('access.record', 'public');
        for (const { message } of refusals) expect(message).not.toBe('');
      }),
    );
  });

  it('when a list has very many members and one is refused, deciding ends', () => {
    const related = Array.from({ length: 20_000 }, () => ({
      identifier: 'x y',
      relation: 'cites',
    }));
    const { refusals } = takeDeposit({ related_identifiers: related }, today);
    expect(refusals.length).toBeGreaterThan(0);
  });
});
