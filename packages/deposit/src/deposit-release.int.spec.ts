import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeReceipt, formatReceipt } from './index.js';
import { openDepositBench } from './testing/deposit-bench.js';
import type { DepositBench } from './testing/deposit-bench.js';

const files = { 'a.txt': 'alpha', 'b c.txt': 'beta' };
let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench();
});
afterEach(() => bench.close());

const listed = async () => bench.client().listDepositions();

describe('a first deposit', () => {
  it('when nothing stands, it creates, uploads, compares, publishes and reads back', async () => {
    const release = await bench.release('v1', files);
    const receipt = await bench.deposit(release);
    expect(receipt).toMatchObject({
      outcome: 'published',
      release: { name: 'sample', version: 'v1' },
      environment: { name: 'local', origin: bench.sandbox.url },
      doi: `10.5072/zenodo.${receipt.recordId}`,
      conceptDoi: `10.5072/zenodo.${receipt.conceptRecordId}`,
      differences: [],
      answerTo: 'publish',
    });
    expect(receipt.answer).toMatchObject({ id: receipt.depositionId, state: 'done' });
    expect(bench.kinds().filter((kind) => !kind.endsWith('-progress'))).toEqual([
      'observed',
      'planned',
      'draft-created',
      'upload-started',
      'upload-started',
      'uploaded',
      'uploaded',
      'observed',
      'planned',
      'files-compared',
      'publishing',
      'published',
      'file-verified',
      'file-verified',
      'read-back',
      'doi-state',
    ]);
    const record = await bench.client().readRecord(receipt.recordId);
    expect(record.files.map((file) => file.key).sort()).toEqual(['a.txt', 'b c.txt']);
  });

  it('when it is run again, it says so: same DOI, nothing written, no second record', async () => {
    const release = await bench.release('v1', files);
    const first = await bench.deposit(release);
    const since = bench.lastRequest();
    const second = await bench.deposit(release, { known: { receipt: first } });
    expect(second).toEqual({ ...first, outcome: 'unchanged' });
    expect(formatReceipt(second)).toBe(formatReceipt(first));
    expect(bench.sandbox.requests.list(since).every((one) => one.method === 'GET')).toBe(true);
    expect(await listed()).toHaveLength(1);
  });

  it('when the receipt was deleted, the record is found by its content', async () => {
    const release = await bench.release('v1', files);
    const first = await bench.deposit(release);
    const second = await bench.deposit(release);
    expect(second).toMatchObject({ outcome: 'unchanged', doi: first.doi, answerTo: 'read' });
    expect(await listed()).toHaveLength(1);
  });

  it('when the receipt names a record of a store that was wiped, it is only a hint', async () => {
    const release = await bench.release('v1', files);
    const first = await bench.deposit(release);
    await bench.close();
    bench = await openDepositBench();
    const again = await bench.release('v1', files);
    const stale = { ...first, depositionId: 999_999, recordId: 999_999 };
    expect((await bench.deposit(again, { known: { receipt: stale } })).outcome).toBe('published');
  });

  it('when a run failed after the uploads, the next one picks the draft up and sends nothing twice', async () => {
    const release = await bench.release('v1', files);
    const route = 'POST /api/deposit/depositions/:id/actions/publish';
    bench.sandbox.faults.add({ kind: 'token-revoked', route });
    await expect(bench.deposit(release)).rejects.toMatchObject({ code: 'NZ5003' });
    expect(bench.kinds().at(-1)).toBe('draft-left');
    bench.sandbox.faults.clear();
    const since = bench.lastRequest();
    const receipt = await bench.deposit(release);
    expect(bench.kinds()).toContain('draft-resumed');
    expect(bench.requests(since, 'PUT /api/files/')).toHaveLength(0);
    expect(await listed()).toHaveLength(1);
    expect(receipt.outcome).toBe('published');
  });

  it('when a file has changed since the bundle, nothing is published and the bytes are removed', async () => {
    const release = await bench.release('v1', files);
    await writeFile(join(release.root, 'a.txt'), 'ALPHA');
    await expect(bench.deposit(release)).rejects.toMatchObject({ code: 'NZ6007' });
    const [draft] = await listed();
    expect(draft?.state).toBe('unsubmitted');
    const left = await bench.client().listFiles(draft?.id ?? 0);
    expect(left.some((file) => file.key === 'a.txt')).toBe(false);
  });

  it('when Zenodo holds other bytes than were sent, they are deleted and sent again', async () => {
    bench.sandbox.faults.add({ kind: 'wrong-md5', route: 'PUT /api/files/:bucket/:key' });
    const release = await bench.release('v1', files);
    await bench.deposit(release);
    expect(bench.kinds()).toContain('upload-repeated');
  });

  it('when the token is wrong, nothing is left behind', async () => {
    const release = await bench.release('v1', files);
    const client = bench.client({ token: 'wrong' });
    await expect(bench.deposit(release, { client })).rejects.toMatchObject({ code: 'NZ5003' });
    expect(await listed()).toHaveLength(0);
  });
});

describe('a publish whose answer is lost', () => {
  const route = 'POST /api/deposit/depositions/:id/actions/publish';
  it.each([
    { kind: 'proxy-error', status: 502, route },
    { kind: 'proxy-error', status: 504, route },
    { kind: 'reset', when: 'before', route },
    { kind: 'reset', when: 'after-effect', route },
    { kind: 'server-error', route },
    { kind: 'html-ok', route },
    { kind: 'too-many-requests', route },
  ] as const)('when it is %j, exactly one record stands', async (fault) => {
    bench.sandbox.faults.add(fault);
    const release = await bench.release('v1', files);
    const receipt = await bench.deposit(release);
    expect(receipt.outcome).toBe('published');
    const publishes = bench.sandbox.requests.list().filter((one) => one.route === route);
    expect(publishes.filter((one) => one.tookEffect)).toHaveLength(1);
    expect(await listed()).toHaveLength(1);
  });
});

describe('a receipt', () => {
  it('when it is written and read, it is the same without the outcome', async () => {
    const receipt = await bench.deposit(await bench.release('v1', files));
    const { outcome, ...saved } = receipt;
    expect(outcome).toBe('published');
    expect(decodeReceipt(JSON.parse(formatReceipt(receipt)))).toEqual(saved);
  });

  it('when the rehearsal was skipped, the reason stays in it, also when the release is deployed again', async () => {
    const release = await bench.release('v1', files);
    const receipt = await bench.deposit(release, { skippedRehearsal: 'The sandbox is down.' });
    const again = await bench.deposit(release, { known: { receipt } });
    expect([receipt, again].map((one) => one.skippedRehearsal)).toEqual([
      'The sandbox is down.',
      'The sandbox is down.',
    ]);
    expect((await bench.deposit(release)).skippedRehearsal).toBeNull();
  });

  it('when it lacks members, all of them are named', () => {
    expect(() => decodeReceipt({ schemaVersion: 1 })).toThrow('NZ6013');
    expect(() => decodeReceipt({ schemaVersion: 1 })).toThrow(/and \d+ more/);
  });
});
