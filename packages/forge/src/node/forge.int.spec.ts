import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AssetSource, ForgeKind } from '../forge.js';
import { compareAssets } from '../release/compare-assets.js';
import { syncAssets } from '../release/sync-assets.js';
import { requireRelease, syncDescription } from '../release/sync-description.js';
import { startForge } from '../testing/forges.js';
import type { ForgeUnderTest } from '../testing/forges.js';
import { sha256 } from '../testing/release-store.js';
import type { SeenRequest } from '../testing/test-server.js';
import { openForge } from './open-forge.js';

const source = (name: string, text: string): AssetSource => ({
  name,
  size: Buffer.byteLength(text),
  sha256: sha256(text),
  mediaType: 'text/plain',
  async *open() {
    yield Buffer.from(text.slice(0, 3));
    yield Buffer.from(text.slice(3));
  },
});
const isWrite = ({ method }: SeenRequest) => method !== 'GET';
const isUpload = ({ method, path }: SeenRequest) =>
  (method === 'POST' && /\/assets$/.test(path)) ||
  (method === 'PUT' && path.includes('/packages/'));

describe.each<ForgeKind>(['github', 'gitlab', 'forgejo'])('release pages on %s', (kind) => {
  let forge: ForgeUnderTest;
  beforeEach(async () => {
    forge = await startForge(kind);
  });
  afterEach(() => forge.close());

  it('when a tag has a release, it is found; when not, it is none', async () => {
    forge.store.add('pkg/v1.0', { body: 'First.', prerelease: true });
    const opened = forge.open();
    expect(await opened.getRelease('pkg/v1.0')).toMatchObject({
      tag: 'pkg/v1.0',
      description: 'First.',
      draft: false,
      prerelease: kind === 'gitlab' ? null : true,
    });
    expect(await opened.getRelease('v2')).toBeNull();
    await expect(requireRelease(opened, 'v2')).rejects.toMatchObject({ code: 'NZ8213' });
  });

  it('when there are more releases than fit on a page, all are listed', async () => {
    for (let n = 0; n < 120; n += 1) forge.store.add(`v${n}`);
    const tags = (await forge.open().listReleases()).map(({ tag }) => tag);
    expect(tags).toEqual(Array.from({ length: 120 }, (_, n) => `v${119 - n}`));
  });

  it('when a description is edited, the page has it; edited again, nothing is sent', async () => {
    const stored = forge.store.add('v1', { body: 'a' });
    const opened = forge.open();
    const edit = (text: string) => (text.includes('Ünïcode') ? text : `${text}\nÜnïcode\n`);
    const first = await syncDescription(opened, await requireRelease(opened, 'v1'), edit);
    expect(first.done).toBe('updated');
    expect(stored.body).toBe('a\nÜnïcode\n');
    const second = await syncDescription(opened, await requireRelease(opened, 'v1'), edit);
    expect(second.done).toBe('unchanged');
    expect(forge.server.seen.filter(isWrite)).toHaveLength(1);
  });

  it('when files are brought, they arrive; brought again, nothing is sent', async () => {
    forge.store.add('v1');
    const opened = forge.open();
    const release = await requireRelease(opened, 'v1');
    const files = [source('a.txt', 'alpha'), source('b.txt', 'beta-beta')];
    expect(await syncAssets(opened, release, files)).toMatchObject([
      { done: 'uploaded' },
      { done: 'uploaded' },
    ]);
    const writes = forge.server.seen.filter(isWrite).length;
    expect(await syncAssets(opened, release, files)).toMatchObject([
      { done: 'kept' },
      { done: 'kept' },
    ]);
    expect(await compareAssets(opened, release, files)).toMatchObject([
      { state: 'same' },
      { state: 'same' },
    ]);
    expect(forge.server.seen.filter(isWrite)).toHaveLength(writes);
    expect((await opened.listAssets(release)).map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
  });

  it('when a file is sent, its length is told beforehand and the bytes are streamed whole', async () => {
    forge.store.add('v1');
    const opened = forge.open();
    const text = 'x'.repeat(3_000_000);
    await syncAssets(opened, await requireRelease(opened, 'v1'), [source('big.bin', text)]);
    const upload = forge.server.seen.find(isUpload)!;
    expect(Number(upload.headers['content-length'])).toBe(upload.body.byteLength);
    expect(upload.headers['transfer-encoding']).toBeUndefined();
    expect(upload.body.includes(text)).toBe(true);
  });

  it('when the page has other bytes under the name, it refuses before it sends anything', async () => {
    forge.store.add('v1');
    const opened = forge.open();
    const release = await requireRelease(opened, 'v1');
    await syncAssets(opened, release, [source('a.txt', 'alpha')]);
    const writes = forge.server.seen.filter(isWrite).length;
    const files = [source('new.txt', 'new'), source('a.txt', 'other')];
    const standings = await compareAssets(opened, release, [...files, source('b.txt', 'b')]);
    expect(standings.map(({ state }) => state)).toEqual(['absent', 'other', 'absent']);
    await expect(syncAssets(opened, release, files)).rejects.toMatchObject({
      code: 'NZ8209',
      message: expect.stringContaining(sha256('alpha')),
    });
    expect(forge.server.seen.filter(isWrite)).toHaveLength(writes);
    expect(await syncAssets(opened, release, files, { replace: true })).toMatchObject([
      { done: 'uploaded' },
      { done: 'replaced' },
    ]);
    expect(await syncAssets(opened, release, files)).toMatchObject([
      { done: 'kept' },
      { done: 'kept' },
    ]);
  });

  it('when the forge serves other bytes than were sent, that is told', async () => {
    forge.store.add('v1');
    const opened = forge.open();
    const release = await requireRelease(opened, 'v1');
    const isDownload = ({ path, method, headers }: SeenRequest) =>
      method === 'GET' &&
      (/\/packages\/|\/attachments\//.test(path) || headers.accept === 'application/octet-stream');
    forge.server.faults.push({ when: isDownload, answer: { status: 200, text: 'alphb' } });
    await expect(syncAssets(opened, release, [source('a.txt', 'alpha')])).rejects.toMatchObject({
      code: 'NZ8210',
    });
  });

  it('when an upload arrives and its answer is lost, it is found and not sent again', async () => {
    forge.store.add('v1');
    const opened = forge.open();
    const release = await requireRelease(opened, 'v1');
    const last = ({ method, path }: SeenRequest) =>
      method === 'POST' && /\/assets(?:\/links)?$/.test(path);
    forge.server.faults.push({ when: last, answer: 'drop', done: true });
    expect(await syncAssets(opened, release, [source('a.txt', 'alpha')])).toMatchObject([
      { done: 'uploaded' },
    ]);
    expect(forge.server.seen.filter(last)).toHaveLength(1);
    expect(await opened.listAssets(release)).toHaveLength(1);
  });

  it('when an upload fails with 502, it is sent once more', async () => {
    forge.store.add('v1');
    const opened = forge.open();
    const release = await requireRelease(opened, 'v1');
    forge.server.faults.push({
      when: isUpload,
      answer: { status: 502, text: '<h1>Bad Gateway</h1>' },
    });
    expect(await syncAssets(opened, release, [source('a.txt', 'alpha')])).toMatchObject([
      { done: 'uploaded' },
    ]);
    expect(forge.server.seen.filter(isUpload)).toHaveLength(2);
  });

  it('when names are not kept by the forge, or stand twice, all are told before anything is sent', async () => {
    forge.store.add('v1');
    const opened = forge.open();
    const release = await requireRelease(opened, 'v1');
    const files = [source('a/b.txt', 'x'), source('c.txt', 'y'), source('c.txt', 'z')];
    await expect(syncAssets(opened, release, files)).rejects.toMatchObject({
      code: 'NZ8211',
      findings: [expect.anything(), expect.anything()],
    });
    expect(forge.server.seen.filter(isWrite)).toHaveLength(0);
  });

  it('when the token is wrong, the variable is named and the token never', async () => {
    forge.store.add('v1');
    const opened = forge.open('wrong-token-value');
    const failure = await opened.getRelease('v1').catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'NZ8202',
      message: expect.stringContaining('SOME_TOKEN'),
    });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('wrong-token-value');
  });

  it('when there is no token, public pages are read and none is sent', async () => {
    forge.store.add('v1');
    const opened = forge.open(null);
    expect(await opened.getRelease('v1')).toMatchObject({ tag: 'v1' });
    const headers = forge.server.seen.map((request) => Object.keys(request.headers)).flat();
    expect(headers).not.toEqual(expect.arrayContaining(['authorization']));
    expect(headers).not.toEqual(expect.arrayContaining(['private-token']));
    expect(forge.server.seen[0]!.headers['user-agent']).toMatch(/^nx-zenodo-forge /);
  });

  it('when the forge asks to wait a little, it is waited and asked again', async () => {
    forge.store.add('v1');
    const opened = forge.open();
    const when = () => true;
    forge.server.faults.push({ when, answer: { status: 429, headers: { 'retry-after': '7' } } });
    forge.server.faults.push({ when, answer: { status: 503, text: 'maintenance' } });
    expect(await opened.getRelease('v1')).not.toBeNull();
    expect(forge.slept).toEqual([7000, 2000]);
  });

  it('when the rate limit lasts longer, it says for how long and stops', async () => {
    const opened = forge.open();
    const reset = String(Date.parse('2026-01-01T00:30:00Z') / 1000);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    forge.server.faults.push({
      when: () => true,
      answer: { status: 403, json: { message: 'API rate limit exceeded' }, headers },
    });
    await expect(opened.listReleases()).rejects.toMatchObject({
      code: 'NZ8205',
      message: expect.stringContaining('1800 more seconds'),
    });
    expect(forge.slept).toEqual([]);
  });

  it('when the right is missing, the words of the forge are told', async () => {
    forge.store.add('v1');
    const opened = forge.open();
    const release = await requireRelease(opened, 'v1');
    forge.server.faults.push({
      when: isWrite,
      answer: { status: 403, json: { message: 'Resource not accessible' } },
    });
    await expect(opened.updateDescription(release, 'x')).rejects.toMatchObject({
      code: 'NZ8203',
      message: expect.stringContaining('Resource not accessible'),
    });
  });

  it('when a proxy answers with a page, its words are told without its tags', async () => {
    const opened = forge.open();
    const page = {
      status: 400,
      text: '<html><h1>Bad  request</h1></html>',
      headers: { 'content-type': 'text/html' },
    };
    forge.server.faults.push({ when: () => true, answer: page });
    await expect(opened.listReleases()).rejects.toMatchObject({
      code: 'NZ8206',
      message: expect.stringContaining('400: Bad request'),
    });
  });

  it('when the answer is not as documented, the member is named', async () => {
    const opened = forge.open();
    forge.server.faults.push({ when: () => true, answer: { status: 200, json: [{ id: 1 }] } });
    await expect(opened.listReleases()).rejects.toMatchObject({
      code: 'NZ8207',
      message: expect.stringContaining('0.tag_name'),
    });
  });

  it('when a login page answers instead of the API, that is told', async () => {
    const page = {
      status: 200,
      text: '<html>Sign in</html>',
      headers: { 'content-type': 'text/html' },
    };
    forge.server.faults.push({ when: () => true, answer: page });
    await expect(forge.open().listReleases()).rejects.toMatchObject({ code: 'NZ8207' });
  });

  it('when redirects go round in circles, it stops', async () => {
    const there = { status: 302, headers: { location: '/again' } };
    for (let n = 0; n < 10; n += 1) forge.server.faults.push({ when: () => true, answer: there });
    await expect(forge.open().listReleases()).rejects.toMatchObject({
      code: 'NZ8201',
      message: expect.stringContaining('redirects'),
    });
  });

  it('when the address has no TLS and is not on this machine, the token is not sent', () => {
    const apiUrl = 'http://git.example.org/api';
    const location = { ...forge.location, apiUrl, uploadUrl: apiUrl };
    const token = { value: 'secret', variable: 'SOME_TOKEN', kind: 'personal' } as const;
    expect(() => openForge(location, token)).toThrow(expect.objectContaining({ code: 'NZ8215' }));
    expect(openForge(location, null).kind).toBe(kind);
  });

  it('when nobody listens, it is tried again and then told', async () => {
    const opened = forge.open();
    await forge.close();
    await expect(opened.getRelease('v1')).rejects.toMatchObject({
      code: 'NZ8201',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    expect(forge.slept).toEqual([1000, 2000, 4000]);
    forge = await startForge(kind);
  });
});
