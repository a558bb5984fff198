import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';

const files = { 'a.txt': 'alpha' };
let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench();
});
afterEach(() => bench.close());

const listed = async () => bench.client().listDepositions();
const lateIndex = () => bench.sandbox.faults.add({ kind: 'index-delay', seconds: 3600 });

describe('a list that lags behind', () => {
  it('when it does not show the first draft yet, nothing is published beside a twin that may be hidden', async () => {
    lateIndex();
    const release = await bench.release('v1', files);
    await expect(bench.deposit(release)).rejects.toMatchObject({ code: 'NZ6010' });
    const waits = bench.events.flatMap((one) => (one.kind === 'waiting' ? one.milliseconds : []));
    expect(waits.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(60_000);
    bench.sandbox.faults.clear();
    expect((await listed()).map((one) => one.state)).toEqual(['unsubmitted']);
    expect((await bench.deposit(release)).outcome).toBe('published');
    expect(await listed()).toHaveLength(1);
  });

  it('when it does not show the record of the concept, the record is asked for itself', async () => {
    const release = await bench.release('v1', files);
    const first = await bench.deposit(release);
    lateIndex();
    const known = { conceptRecordId: first.conceptRecordId };
    expect(await bench.deposit(release, { known })).toMatchObject({
      outcome: 'unchanged',
      doi: first.doi,
    });
  });

  it.each(['GET /api/records/:id', 'GET /api/deposit/depositions/:id'])(
    'when %s fails as well, what cannot be seen is not taken for absent',
    async (route) => {
      const release = await bench.release('v1', files);
      const receipt = await bench.deposit(release);
      const since = bench.lastRequest();
      lateIndex();
      bench.sandbox.faults.add({ kind: 'server-error', route, times: 0 });
      const { conceptRecordId } = receipt;
      for (const known of [{ receipt }, { conceptRecordId }]) {
        await expect(bench.deposit(release, { known })).rejects.toMatchObject({ code: 'NZ5011' });
      }
      expect(bench.sandbox.requests.list(since).every((one) => one.method === 'GET')).toBe(true);
    },
  );

  it('when it does not show what this machine published, the journal leads there', async () => {
    const stateFolder = await mkdtemp(join(tmpdir(), 'deposit-state-'));
    const release = await bench.release('v1', files);
    const first = await bench.deposit(release, { stateFolder });
    lateIndex();
    const again = await bench.deposit(release, { stateFolder });
    expect(again).toMatchObject({ outcome: 'unchanged', doi: first.doi });
    await rm(stateFolder, { recursive: true });
  });
});

describe('other works of the same account', () => {
  it('when one has our version under another title, it is not ours', async () => {
    const theirs = await bench.release('v1', { 'b.txt': 'beta' }, { title: 'Another work' });
    const other = await bench.deposit(theirs);
    const ours = await bench.deposit(await bench.release('v1', files));
    expect(ours.outcome).toBe('published');
    expect(ours.conceptRecordId).not.toBe(other.conceptRecordId);
  });

  it('when several have our title and version, it stops and names them', async () => {
    const first = await bench.deposit(await bench.release('v1', { 'b.txt': 'beta' }));
    const more = await bench.release('v1', { 'c.txt': 'gamma' });
    const second = await bench.deposit(more, { allowNewConcept: true });
    const deposit = bench.deposit(await bench.release('v1', files));
    const concepts = [first, second].map((one) => one.conceptRecordId);
    await expect(deposit).rejects.toMatchObject({ code: 'NZ6014' });
    for (const concept of concepts) await expect(deposit).rejects.toThrow(concept);
  });

  it('when one of several has exactly our files, that one is ours', async () => {
    await bench.deposit(await bench.release('v1', { 'b.txt': 'beta' }));
    const release = await bench.release('v1', files);
    const ours = await bench.deposit(release, { allowNewConcept: true });
    expect(await bench.deposit(release)).toMatchObject({ outcome: 'unchanged', doi: ours.doi });
  });

  it('when a record has our title, its number, version and concept are told', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const next = bench.deposit(await bench.release('v2', { 'b.txt': 'beta' }));
    const { recordId, conceptRecordId } = first;
    await expect(next).rejects.toThrow(
      `${recordId} (version v1, concept ${conceptRecordId}). A second concept`,
    );
  });

  it('when drafts have another title or version, nothing is said of them and they stay', async () => {
    const release = await bench.release('v1', files);
    const { deposit } = release.metadata;
    await bench.client().createDeposition({ ...deposit, title: 'Another work' });
    await bench.client().createDeposition({ ...deposit, version: 'v2' });
    await bench.deposit(release);
    expect(bench.kinds()).not.toContain('warning');
    expect(await listed()).toHaveLength(3);
  });
});
