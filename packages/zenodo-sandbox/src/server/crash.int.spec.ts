import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { LOCAL_TOKEN, startSandbox } from '../index.js';
import { clientOf, publishable } from '../testing/open-sandbox.js';

let store: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'zenodo-crash-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(store, { recursive: true, force: true });
});

/** What a client was told, and so must find again. */
interface Promised {
  readonly files: Map<string, { url: string; md5: string }>;
  readonly published: Map<number, string>;
}

async function serve(): Promise<string> {
  const loader = ['--conditions=@nx-zenodo/source', '--import', '@swc-node/register/esm-register'];
  const server = join(process.cwd(), 'src/server/bin.ts');
  const options = ['--store', store, '--port', '0', '--no-rate-limits', '--no-fsync'];
  child = spawn(process.execPath, [...loader, server, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = child;
  return new Promise((done, failed) => {
    stdout?.once('data', (line: Buffer) => done(/http:\S+/.exec(String(line))?.[0] ?? ''));
    child?.once('exit', () => failed(new Error('the server ended')));
  });
}

async function killed(): Promise<void> {
  const ended = new Promise((done) => child?.once('exit', done));
  child?.kill('SIGKILL');
  await ended;
}

/** Deposits until the connection breaks; keeps what was answered. */
async function deposit(url: string, promised: Promised): Promise<void> {
  const client = clientOf({ url, apiUrl: `${url}/api`, token: LOCAL_TOKEN });
  for (;;) {
    const { body } = await client.post('/deposit/depositions', { metadata: publishable });
    for (let n = 0; n < 3; n += 1) {
      const bytes = Uint8Array.from(randomBytes(1 + Math.floor(Math.random() * 100_000)));
      const address = `${body.links.bucket}/file-${n}`;
      const put = await client.put(address, bytes);
      if (put.status !== 201) throw new Error(put.text);
      const md5 = createHash('md5').update(bytes).digest('hex');
      promised.files.set(new URL(address).pathname, { url: new URL(address).pathname, md5 });
    }
    const done = await client.send('POST', body.links.publish);
    promised.published.set(body.id, done.body.doi);
  }
}

it('when it is killed at any moment, nothing answered is lost and no file is half', async () => {
  const promised: Promised = { files: new Map(), published: new Map() };
  for (let round = 0; round < 3; round += 1) {
    const url = await serve();
    const writers = [1, 2, 3].map(() => deposit(url, promised).catch(() => undefined));
    const enough = promised.published.size + 2;
    while (promised.published.size < enough) await new Promise((go) => setImmediate(go));
    await killed();
    await Promise.all(writers);
  }

  const zenodo = await startSandbox({ store });
  const client = clientOf(zenodo);
  for (const { url, md5 } of promised.files.values()) {
    const answer = await fetch(`${zenodo.url}${url}`, {
      headers: { Authorization: `Bearer ${zenodo.token}` },
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([answer.status, createHash('md5').update(bytes).digest('hex')]).toEqual([200, md5]);
  }
  for (const [id, doi] of promised.published) {
    expect((await client.get(`/records/${id}`)).body).toMatchObject({ doi });
  }
  const all = await client.get('/deposit/depositions?size=100&all_versions=1');
  for (const { files, links } of all.body) {
    const { body } = await client.get(links.self);
    for (const { filename, checksum } of files) {
      const path = (body.links.bucket ?? (await bucketOf(client, body.id))) as string;
      const got = await fetch(`${path}/${filename}`, {
        headers: { Authorization: `Bearer ${zenodo.token}` },
      });
      const served = createHash('md5').update(new Uint8Array(await got.arrayBuffer()));
      expect(served.digest('hex')).toBe(checksum);
    }
  }
  expect(promised.published.size).toBeGreaterThanOrEqual(6);
  await zenodo.close();
});

async function bucketOf(client: ReturnType<typeof clientOf>, id: number): Promise<string> {
  return (await client.get(`/deposit/depositions/${id}`)).body.links.bucket as string;
}
