import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';

let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench({ communities: ['lakes'] });
});
afterEach(() => bench.close());

const told = () => bench.events.filter((event) => event.kind === 'community');

it('when communities are named, it tells who is asked, who took it in, and what does not exist', async () => {
  const communities = [{ identifier: 'lakes' }, { identifier: 'nowhere' }];
  const release = await bench.release('v1', { 'a.txt': 'a' }, { communities });
  await bench.deposit(release);
  expect(told()).toEqual([
    { kind: 'community', slug: 'lakes', state: 'asked' },
    { kind: 'community', slug: 'nowhere', state: 'missing' },
  ]);
  for (const { id } of bench.sandbox.curator.list()) {
    await bench.sandbox.curator.decide(id, 'accept');
  }
  expect((await bench.deposit(release)).outcome).toBe('unchanged');
  expect(told()[0]).toEqual({ kind: 'community', slug: 'lakes', state: 'member' });
});
