import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { discardOpenDrafts, listOpenDrafts } from '../index.js';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';

let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench();
});
afterEach(() => bench.close());

describe('open drafts', () => {
  it('when drafts and edits stand, they are listed, and only those that are named are discarded', async () => {
    const client = bench.client();
    const receipt = await bench.deposit(await bench.release('v1', { 'a.txt': 'a' }));
    const { value } = await client.readDeposition(receipt.depositionId);
    if (value.state !== 'done') throw new Error('not published');
    await client.openEdit(value);
    const one = await client.createDeposition({ title: 'One of them', version: '1' });
    const two = await client.createDeposition({ title: 'Two of them' });
    expect(await listOpenDrafts(client)).toMatchObject([
      { depositionId: receipt.depositionId, kind: 'edit', files: 1, bytes: 1 },
      { depositionId: one.id, kind: 'draft', title: 'One of them', version: '1', files: 0 },
      { depositionId: two.id, kind: 'draft', title: 'Two of them', version: '' },
    ]);
    const ids = [receipt.depositionId, two.id, 4711];
    expect(await discardOpenDrafts(client, ids)).toEqual([receipt.depositionId, two.id]);
    expect(await listOpenDrafts(client)).toMatchObject([{ depositionId: one.id }]);
    expect((await client.readDeposition(receipt.depositionId)).value.state).toBe('done');
  });
});
