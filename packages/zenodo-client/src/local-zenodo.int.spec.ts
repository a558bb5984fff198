import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DoneDeposition } from '@nx-zenodo/zenodo-api';
import { startSandbox } from '@nx-zenodo/zenodo-sandbox';
import type { Sandbox } from '@nx-zenodo/zenodo-sandbox';
import { createZenodoClient } from './index.js';
import type { ZenodoClient } from './index.js';

const bytes = Buffer.from('what is published');
const metadata = {
  title: 'A title',
  upload_type: 'dataset',
  creators: [{ name: 'Doe, Jane' }],
  version: '1',
};
let folder: string;
let sandbox: Sandbox;
let client: ZenodoClient;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'client-local-'));
  await writeFile(join(folder, 'file'), bytes);
  sandbox = await startSandbox({ store: join(folder, 'store') });
  client = createZenodoClient({ apiUrl: sandbox.apiUrl, token: sandbox.token });
});
afterEach(async () => {
  await client.close();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const local = (key: string) => ({ key, path: join(folder, 'file'), size: bytes.length });
async function published(): Promise<DoneDeposition> {
  const draft = await client.createDeposition(metadata);
  await client.uploadFile(draft, local('a b.txt'));
  return (await client.publish(draft)).value;
}

describe('the life of a deposition on the local Zenodo', () => {
  it('when it is filled, corrected and published, the record serves the bytes that were sent', async () => {
    const draft = await client.createDeposition({});
    const { stored, sent } = await client.uploadFile(draft, local('a b.txt'));
    expect(stored).toMatchObject({ key: 'a b.txt', size: sent.size, md5: sent.md5 });
    await client.uploadFile(draft, local('too much.txt'));
    const files = await client.listFiles(draft.id);
    const tooMuch = files.find((file) => file.key === 'too much.txt');
    if (tooMuch === undefined) throw new Error('not listed');
    await client.deleteFile(draft, tooMuch);
    await client.deleteFile(draft, tooMuch);
    await client.updateMetadata(draft, metadata);
    const { value, json } = await client.publish(draft);
    expect(json).toMatchObject({ id: value.id, submitted: true, doi: value.doi });
    const record = await client.readRecord(value.conceptRecordId);
    expect(record).toMatchObject({ id: value.id, title: 'A title', doi: value.doi });
    const [file] = record.files;
    if (file === undefined || record.files.length !== 1) throw new Error('one file was published');
    const seen = await client.digestContent(record.id, file);
    expect(seen).toEqual({ ...sent, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(await client.readDoiState(value.doi ?? '')).toBe('resolving');
  });

  it('when a next version is started twice, the second time its open draft is found', async () => {
    const first = await published();
    const draft = await client.createVersion(first);
    expect(draft.files.map((file) => file.key)).toEqual(['a b.txt']);
    await expect(client.createVersion(first)).rejects.toMatchObject({ code: 'NZ5008' });
    expect(await client.findVersionDraft(first)).toBe(draft.id);
    await client.updateMetadata(draft, { ...metadata, version: '2' });
    const second = (await client.publish(draft)).value;
    const versions = await client.listVersions(first.id);
    expect(versions.map((one) => one.id).sort()).toEqual([first.id, second.id]);
  });

  it('when there is no token, it reads what is public and nothing else', async () => {
    const { id } = await published();
    const anybody = createZenodoClient({ apiUrl: sandbox.apiUrl, token: null });
    expect((await anybody.readRecord(id)).files.map((file) => file.key)).toEqual(['a b.txt']);
    expect((await anybody.listVersions(id)).map((one) => one.id)).toEqual([id]);
    await expect(anybody.readDeposition(id)).rejects.toMatchObject({ code: 'NZ5003' });
    await expect(anybody.listDepositions()).rejects.toMatchObject({ code: 'NZ5003' });
    await anybody.close();
  });

  it('when an edit is opened, it is untouched until something is changed', async () => {
    const done = await published();
    const edit = await client.openEdit(done);
    expect(await client.isEditUntouched(done.id)).toBe(true);
    await client.updateMetadata(edit, { ...metadata, title: 'Another' });
    expect(await client.isEditUntouched(done.id)).toBe(false);
    await client.discardDraft(edit);
    expect((await client.readDeposition(done.id)).value.state).toBe('done');
  });

  it('when a DOI is reserved, also twice, the draft is published with it', async () => {
    const draft = await client.createDeposition(metadata);
    const doi = await client.reserveDoi(draft);
    expect(await client.reserveDoi(draft)).toBe(doi);
    await client.uploadFile(draft, local('a.txt'));
    expect((await client.publish(draft)).value.doi).toBe(doi);
  });

  it('when a published deposition is discarded, published or filled, Zenodo refuses', async () => {
    const draft = await client.createDeposition(metadata);
    await client.uploadFile(draft, local('a.txt'));
    await client.publish(draft);
    await expect(client.publish(draft)).rejects.toMatchObject({ code: 'NZ5009', effect: 'none' });
    await expect(client.uploadFile(draft, local('b.txt'))).rejects.toMatchObject({
      effect: 'none',
    });
    await client.discardDraft(draft);
    expect((await client.readRecord(draft.id)).files).toHaveLength(1);
  });

  it('when the limits are in force, the client waits instead of failing', async () => {
    const waits: number[] = [];
    sandbox.faults.add({ kind: 'too-many-requests', retryAfter: 7, form: 'date', times: 2 });
    const patient = createZenodoClient({
      apiUrl: sandbox.apiUrl,
      token: sandbox.token,
      clock: { now: Date.now, sleep: async () => undefined, random: () => 0 },
      onWait: ({ milliseconds }) => waits.push(milliseconds),
    });
    expect(await patient.listDepositions()).toEqual([]);
    expect(waits.filter((one) => one > 5000 && one < 9000)).not.toEqual([]);
    await patient.close();
  });
});
