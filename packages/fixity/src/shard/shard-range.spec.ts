import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shardRange } from './shard-range.js';

describe('the rows of the shards', () => {
  it('when they are laid one after the other, they are every row once, in even parts', () => {
    const numbers = fc.record({
      rows: fc.nat({ max: 5_000_000 }),
      of: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(numbers, ({ rows, of }) => {
        const ranges = Array.from({ length: of }, (_, at) =>
          shardRange({ index: at + 1, of }, rows),
        );
        const lengths = ranges.map(({ first, end }) => end - first);
        expect(ranges.map(({ first }) => first)).toEqual([
          0,
          ...ranges.slice(0, -1).map(({ end }) => end),
        ]);
        expect(ranges.at(-1)?.end).toBe(rows);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
