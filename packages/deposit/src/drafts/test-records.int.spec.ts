import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import { listOwnRecords, removeTestRecords } from '../index.js';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';

let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench();
});
afterEach(() => bench.close());

describe('records of rehearsals', () => {
  it('when some are named, those are removed; drafts and what was not named stay', async () => {
    const client = bench.client();
    const one = await bench.deposit(await bench.release('v1', { 'a.txt': 'a' }));
    const release = await bench.release('v2', { 'a.txt': 'b' });
    const two = await bench.deposit(release, { known: { receipt: one } });
    const draft = await client.createDeposition({ title: 'A draft' });
    expect(await listOwnRecords(client)).toMatchObject([
      { recordId: one.recordId, doi: one.doi, version: 'v1' },
      { recordId: two.recordId, doi: two.doi, version: 'v2' },
    ]);
    const named = [two.recordId, draft.id, 4711];
    expect(await removeTestRecords(client, named)).toEqual([
      { recordId: two.recordId, outcome: 'removed' },
    ]);
    await expect(client.readRecord(two.recordId)).rejects.toMatchObject({ code: 'NZ5009' });
    expect((await client.readRecord(one.recordId)).id).toBe(one.recordId);
    expect((await client.readDeposition(draft.id)).value.state).toBe('unsubmitted');
  });

  it.each(['https://zenodo.org/api', 'https://www.zenodo.org/api'])(
    'when the service is %s, nothing is asked for',
    async (apiUrl) => {
      const transport = {
        send: () => Promise.reject(new Error('A request was sent.')),
        close: async () => undefined,
      };
      const client = createZenodoClient({ apiUrl, token: 'x', transport });
      await expect(removeTestRecords(client, [1])).rejects.toMatchObject({ code: 'NZ6024' });
    },
  );
});
