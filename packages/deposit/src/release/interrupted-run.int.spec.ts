import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';

let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await bench.close();
});

describe('a deposit', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'when %s comes, it tells the draft, and the signal does what it always does',
    async (signal) => {
      const listening = process.listenerCount(signal);
      const kill = jest.spyOn(process, 'kill').mockImplementation(() => true);
      const release = await bench.release('v1', { 'a.txt': 'alpha' });
      const told: unknown[] = [];
      await bench.deposit(release, {
        report: (event) => {
          if (event.kind === 'draft-created') process.emit(signal, signal);
          if (event.kind === 'interrupted') told.push(event);
        },
      });
      expect(told).toMatchObject([{ depositionId: 2, url: `${bench.sandbox.url}/deposit/2` }]);
      expect(kill.mock.calls.filter(([, given]) => given === signal)).toEqual([
        [process.pid, signal],
      ]);
      expect(process.listenerCount(signal)).toBe(listening);
    },
  );
});
