import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { undiciTransport } from '@nx-zenodo/zenodo-client';
import type { Transport } from '@nx-zenodo/zenodo-client';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';
import { addFile, discardDrafts } from '../testing/second-actor.js';

const files = { 'a.txt': 'alpha', 'b c.txt': 'beta' };
let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench();
});
afterEach(() => bench.close());

const listed = async () => bench.client().listDepositions();
const uploads = () => bench.requests(0, 'PUT /api/files/');

/** A client before whose requests to a path somebody else acts, once or every time. */
function interrupted(path: RegExp, act: () => Promise<void>, always = false) {
  const inner = undiciTransport();
  let acted = false;
  const transport: Transport = {
    send: async (request) => {
      const isMeant = path.test(`${request.method} ${new URL(request.url).pathname}`);
      if (isMeant && (always || !acted)) {
        acted = true;
        await act();
      }
      return inner.send(request);
    },
    close: () => inner.close(),
  };
  return bench.client({ transport });
}
const listOfFiles = /^GET .*\/depositions\/\d+\/files$/;
const theirFile = async () =>
  addFile(bench.client(), await bench.release('x', { 'their.txt': 'Theirs.' }));

describe('somebody else at the draft', () => {
  it('when a file comes in before the publication, it goes, and the record holds only ours', async () => {
    const client = interrupted(listOfFiles, theirFile);
    const receipt = await bench.deposit(await bench.release('v1', files), { client });
    expect(bench.events).toContainEqual({ kind: 'file-deleted', key: 'their.txt' });
    const unclear = bench.events.find((event) => event.kind === 'unclear');
    expect(unclear).toMatchObject({ operation: 'compare the files' });
    const record = await bench.client().readRecord(receipt.recordId);
    expect(record.files.map((file) => file.key).sort()).toEqual(['a.txt', 'b c.txt']);
  });

  it('when it comes in every time, nothing is published, and the file is named', async () => {
    const client = interrupted(listOfFiles, theirFile, true);
    const deposit = bench.deposit(await bench.release('v1', files), { client });
    await expect(deposit).rejects.toMatchObject({ code: 'NZ6009' });
    await expect(deposit).rejects.toThrow('extra their.txt');
    expect((await listed()).map((one) => one.state)).toEqual(['unsubmitted']);
  });

  it('when the draft is discarded during the uploads, another is made', async () => {
    const discard = () => discardDrafts(bench.client(), () => true);
    const client = interrupted(/^PUT .*\/files\//, discard);
    const receipt = await bench.deposit(await bench.release('v1', files), { client });
    expect(receipt.outcome).toBe('published');
    expect(await listed()).toHaveLength(1);
  });

  it('when metadata did not arrive in a draft that holds all files, they are sent again before it is published', async () => {
    const publish = 'POST /api/deposit/depositions/:id/actions/publish';
    bench.sandbox.faults.add({ kind: 'token-revoked', route: publish });
    const first = bench.deposit(await bench.release('v1', files));
    await expect(first).rejects.toMatchObject({ code: 'NZ5003' });
    bench.sandbox.faults.clear();
    const route = 'PUT /api/deposit/depositions/:id';
    bench.sandbox.faults.add({ kind: 'reset', when: 'before', times: 5, route });
    const notes = '<p>What was corrected since.</p>';
    const receipt = await bench.deposit(await bench.release('v1', files, { notes }));
    expect(bench.kinds()).toContain('unclear');
    const { value } = await bench.client().readDeposition(receipt.depositionId);
    expect(value.metadata['notes']).toBe(notes);
  });

  it('when a next version is open that the list does not show, it is asked for', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const { value } = await bench.client().readDeposition(first.depositionId);
    if (value.state !== 'done') throw new Error('not published');
    const draft = await bench.client().createVersion(value);
    bench.sandbox.faults.add({ kind: 'index-delay', seconds: 3600 });
    const release = await bench.release('v2', { 'a.txt': 'changed' });
    const second = await bench.deposit(release, { known: { receipt: first } });
    expect(second).toMatchObject({ depositionId: draft.id, outcome: 'published' });
  });
});

describe('the uploads', () => {
  it('when they are planned and compared, numbers and bytes are told', async () => {
    await bench.deposit(await bench.release('v1', files));
    expect(bench.events).toContainEqual({ kind: 'files-compared', files: 2, bytes: 9 });
    const planned = bench.events.filter((event) => event.kind === 'planned');
    expect(planned).toMatchObject([{ uploads: 2, kept: 0 }, {}]);
  });

  it('when one fails, the others are not begun any more', async () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.txt`, `${at}`]));
    const release = await bench.release('v1', many);
    await writeFile(join(release.root, '0.txt'), 'X');
    await expect(bench.deposit(release, { concurrency: 2 })).rejects.toMatchObject({
      code: 'NZ6007',
      findings: [{ place: { file: '0.txt' } }],
    });
    expect(uploads().length).toBeLessThan(12);
  });

  it('when one has changed since the bundle, what arrived before it stays', async () => {
    const release = await bench.release('v1', files);
    await writeFile(join(release.root, 'b c.txt'), 'BETA');
    const deposit = bench.deposit(release, { concurrency: 1 });
    await expect(deposit).rejects.toMatchObject({ code: 'NZ6007' });
    const [draft] = await listed();
    const left = await bench.client().listFiles(draft?.id ?? 0);
    expect(left.map((file) => file.key)).toEqual(['a.txt']);
  });

  it('when one is gone from the disk, it stops at once', async () => {
    const release = await bench.release('v1', files);
    await rm(join(release.root, 'a.txt'));
    await expect(bench.deposit(release)).rejects.toMatchObject({ code: 'NZ5013' });
    expect(bench.kinds()).not.toContain('unclear');
  });

  it('when Zenodo never holds what was sent, three attempts are made, and it is deleted', async () => {
    const route = 'PUT /api/files/:bucket/:key';
    bench.sandbox.faults.add({ kind: 'wrong-md5', route, times: 0 });
    const deposit = bench.deposit(await bench.release('v1', { 'a.txt': 'alpha' }));
    await expect(deposit).rejects.toMatchObject({ code: 'NZ6008' });
    expect(uploads()).toHaveLength(3);
    const [draft] = await listed();
    expect(await bench.client().listFiles(draft?.id ?? 0)).toEqual([]);
  });
});
