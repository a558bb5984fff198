import { describe, expect, it } from '@jest/globals';
import { formatTransfer } from './transfer-progress.js';

const at = (done: number, seconds: number, size = 4_000_000_000) =>
  formatTransfer({ key: 'data.zip', done, size, startedAt: 1000, now: 1000 + seconds * 1000 });

describe('a transfer', () => {
  it.each([
    [at(0, 0), 'data.zip  0 B of 4.0 GB (0 %)'],
    [at(1_000_000, 0.5), 'data.zip  1.0 MB of 4.0 GB (0 %)'],
    [at(1_200_000_000, 12), 'data.zip  1.2 GB of 4.0 GB (30 %), 100.0 MB/s, 28 s left'],
    [at(100_000_000, 10), 'data.zip  100.0 MB of 4.0 GB (2 %), 10.0 MB/s, 6 min 30 s left'],
    [at(1_000_000, 10), 'data.zip  1.0 MB of 4.0 GB (0 %), 100.0 kB/s, 11 h 6 min left'],
    [at(0, 5, 0), 'data.zip  0 B of 0 B (100 %)'],
  ])('when it is under way, it reads %j', (text, expected) => {
    expect(text).toBe(expected);
  });
});
