import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnsubmittedDeposition } from '@nx-zenodo/zenodo-api';
import { createZenodoClient } from './index.js';
import type { ZenodoClient, ZenodoError } from './index.js';
import { depositionJson } from './testing/sample-deposition.js';
import { html, json, reset, startScriptedServer } from './testing/scripted-server.js';
import type { Handler } from './testing/scripted-server.js';

const token = 'secret-token-of-this-spec';
const open: { close(): Promise<void> }[] = [];
const waits: number[] = [];

/** A client whose clock stands still and counts how long it would have waited. */
function clientFor(apiUrl: string): ZenodoClient {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0.5,
  };
  const client = createZenodoClient({ apiUrl, token, clock });
  open.push(client);
  return client;
}

async function serve(...script: Handler[]) {
  const server = await startScriptedServer(...script);
  open.push(server);
  return server;
}

async function failure(promise: Promise<unknown>): Promise<ZenodoError> {
  return promise.then(
    () => {
      throw new Error('expected a failure');
    },
    (error: ZenodoError) => error,
  );
}

/** A handler that learns the address of its server afterwards. */
function draftOf(base: string): UnsubmittedDeposition {
  const { links } = depositionJson(base, 'unsubmitted');
  return { id: 7, state: 'unsubmitted', links } as unknown as UnsubmittedDeposition;
}

beforeEach(() => {
  waits.length = 0;
});
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
});

describe('a request', () => {
  it('when it creates a deposition, it carries the token in the header and exactly application/json', async () => {
    const server = await serve(json(201, depositionJson('http://127.0.0.1', 'unsubmitted')));
    const draft = await clientFor(server.apiUrl).createDeposition({ title: 'T' });
    expect(draft).toMatchObject({ id: 7, state: 'unsubmitted' });
    const [request] = server.seen;
    expect(request?.path).toBe('/api/deposit/depositions');
    expect(request?.headers['authorization']).toBe(`Bearer ${token}`);
    expect(request?.headers['content-type']).toBe('application/json');
    expect(request?.headers['user-agent']).toMatch(/^nx-zenodo/);
    expect(JSON.parse(String(request?.body))).toEqual({ metadata: { title: 'T' } });
  });

  it('when the token is bad, it says so with the message of Zenodo and the cure', async () => {
    const server = await serve(json(403, { status: 403, message: 'Permission denied.' }));
    const error = await failure(clientFor(server.apiUrl).listDepositions());
    expect(error).toMatchObject({ code: 'NZ5003', status: 403, effect: 'none' });
    expect(error.message).toContain('Permission denied.');
    expect(JSON.stringify(error.findings)).not.toContain(token);
    expect(server.seen).toHaveLength(1);
  });

  it('when nobody listens, it says that the API cannot be reached', async () => {
    const server = await startScriptedServer(reset());
    await server.close();
    const error = await failure(clientFor(server.apiUrl).listDepositions());
    expect(error).toMatchObject({ code: 'NZ5001', effect: 'none', status: undefined });
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('when the values are refused, it tells every field that Zenodo names', async () => {
    const server = await serve(
      json(400, {
        status: 400,
        message: 'A validation error occurred.',
        errors: [
          { field: 'metadata.title', messages: ['Missing data for required field.'] },
          { field: 'metadata.creators', messages: ['Missing data for required field.'] },
        ],
      }),
    );
    const error = await failure(clientFor(server.apiUrl).publish(draftOf(server.url)));
    expect(error).toMatchObject({ code: 'NZ5008', effect: 'none' });
    expect(error.findings.map((finding) => finding.place?.field)).toEqual([
      undefined,
      'metadata.title',
      'metadata.creators',
    ]);
  });

  it('when a link leads to another origin, nothing is sent along it', async () => {
    const [server, other] = [await serve(json(202, {})), await serve(json(202, {}))];
    const error = await failure(clientFor(server.apiUrl).publish(draftOf(other.url)));
    expect(error).toMatchObject({ code: 'NZ5004', effect: 'none' });
    expect(error.message).toContain(`the link leads to ${other.url}`);
    expect([...server.seen, ...other.seen]).toHaveLength(0);
  });

  it('when a link is no URL, it says so and sends nothing', async () => {
    const server = await serve(json(202, {}));
    const error = await failure(clientFor(server.apiUrl).publish(draftOf('nowhere')));
    expect(error).toMatchObject({ code: 'NZ5004', effect: 'none' });
    expect(error.message).toContain('no URL');
    expect(server.seen).toHaveLength(0);
  });

  it('when the answer redirects to another origin, the token does not follow', async () => {
    const other = await serve(json(200, []));
    const server = await serve(json(302, {}, { location: `${other.url}/api/deposit/depositions` }));
    const error = await failure(clientFor(server.apiUrl).listDepositions());
    expect(error.code).toBe('NZ5004');
    expect(other.seen).toHaveLength(0);
  });

  it('when a concept redirects to its latest version, the record is read there', async () => {
    const record = {
      id: 7,
      conceptrecid: '6',
      title: 'T',
      metadata: {},
      links: { self_html: 'https://zenodo.example/records/7' },
      files: [],
    };
    const server = await serve(json(302, {}, { location: '/api/records/7' }), json(200, record));
    expect((await clientFor(server.apiUrl).readRecord('6')).id).toBe(7);
    expect(server.seen.map((request) => request.path)).toEqual([
      '/api/records/6',
      '/api/records/7',
    ]);
  });

  it('when the list has several pages, all are read with every version', async () => {
    const page = (from: number, length: number) =>
      Array.from({ length }, (_, index) => ({
        ...depositionJson('http://127.0.0.1', 'done'),
        id: from + index,
      }));
    const server = await serve(json(200, page(0, 100)), json(200, page(100, 3)));
    expect(await clientFor(server.apiUrl).listDepositions()).toHaveLength(103);
    expect(server.seen[1]?.path).toContain('page=2');
    expect(server.seen[1]?.path).toContain('all_versions=1');
  });
});

describe('a request that fails', () => {
  it('when it only reads, it is sent again after a growing wait', async () => {
    const server = await serve(html(502), reset(), json(500, { message: 'x' }), json(200, []));
    expect(await clientFor(server.apiUrl).listDepositions()).toEqual([]);
    expect(waits).toEqual([375, 750, 1500]);
  });

  it('when a proxy answers 200 with a page, it is not taken for an answer', async () => {
    const server = await serve(html(200));
    const error = await failure(clientFor(server.apiUrl).listDepositions());
    expect(error).toMatchObject({ code: 'NZ5006', effect: 'none', status: 200 });
    expect(server.seen).toHaveLength(5);
  });

  it('when it is a publish, it is never sent twice and its effect is unknown', async () => {
    for (const answer of [html(502), html(504), html(200), reset(), json(500, { message: 'x' })]) {
      const server = await serve(answer);
      const error = await failure(clientFor(server.apiUrl).publish(draftOf(server.url)));
      expect(error.effect).toBe('unknown');
      expect(error.message).toContain('not known');
      expect(server.seen).toHaveLength(1);
    }
  });

  it('when it is a publish and the limit refuses it, it is not sent again either', async () => {
    const server = await serve(json(429, { message: '100 per 1 minute' }, { 'retry-after': '1' }));
    const error = await failure(clientFor(server.apiUrl).publish(draftOf(server.url)));
    expect(error).toMatchObject({ code: 'NZ5010', effect: 'none' });
    expect(server.seen).toHaveLength(1);
  });

  it('when it creates and the answer is lost, it is not sent again', async () => {
    const server = await serve(reset());
    const error = await failure(clientFor(server.apiUrl).createDeposition({}));
    expect(error).toMatchObject({ code: 'NZ5012', effect: 'unknown' });
    expect(server.seen).toHaveLength(1);
  });

  it('when the limit refuses a create, it waits as long as it is told and sends it again', async () => {
    const server = await serve(
      json(429, { message: '100 per 1 minute' }, { 'retry-after': '7' }),
      json(201, depositionJson('http://127.0.0.1', 'unsubmitted')),
    );
    await clientFor(server.apiUrl).createDeposition({});
    expect(waits).toEqual([7000]);
  });

  it('when the limit is used up, the next request waits until it is lifted', async () => {
    const used = {
      'x-ratelimit-limit': '100',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Date.parse('2026-01-01T00:00:09Z') / 1000),
      'retry-after': '9',
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
    };
    const server = await serve(json(200, [], used), json(200, []));
    const client = clientFor(server.apiUrl);
    await client.listDepositions();
    await client.listDepositions();
    expect(waits).toEqual([9000]);
  });
});

describe('an upload', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zenodo-client-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const digest = (name: string, bytes: Buffer) => createHash(name).update(bytes).digest('hex');

  it('when it succeeds, it tells the digests of the bytes that were sent', async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 17, 'a');
    const path = join(folder, 'a');
    await writeFile(path, bytes);
    const key = 'ä b#1.bin';
    const server = await serve(
      json(201, { key, size: bytes.length, checksum: `md5:${digest('md5', bytes)}` }),
    );
    const progress: number[] = [];
    const file = { key, path, size: bytes.length };
    const client = clientFor(server.apiUrl);
    const uploaded = await client.uploadFile(draftOf(server.url), file, (n) => progress.push(n));
    expect(uploaded.sent).toEqual({
      size: bytes.length,
      sha256: digest('sha256', bytes),
      md5: digest('md5', bytes),
    });
    const [request] = server.seen;
    expect(request?.path).toBe('/api/files/2f0c/%C3%A4%20b%231.bin');
    expect(request?.headers['content-type']).toBe('application/octet-stream');
    expect(request?.headers['content-length']).toBe(String(bytes.length));
    expect(request?.body.equals(bytes)).toBe(true);
    expect(progress.at(-1)).toBe(bytes.length);
  });

  it('when a proxy breaks it, the whole file is sent again', async () => {
    const path = join(folder, 'a');
    await writeFile(path, 'hello');
    const stored = { key: 'a', size: 5, checksum: digest('md5', Buffer.from('hello')) };
    const server = await serve(html(502), json(201, stored));
    const client = clientFor(server.apiUrl);
    const { sent } = await client.uploadFile(draftOf(server.url), { key: 'a', path, size: 5 });
    expect(sent.size).toBe(5);
    expect(server.seen.map((request) => String(request.body))).toEqual(['hello', 'hello']);
  });

  it('when the file is not as long as it was, it is refused', async () => {
    const path = join(folder, 'a');
    await writeFile(path, 'hello');
    const server = await serve(json(201, {}));
    const client = clientFor(server.apiUrl);
    for (const size of [4, 6]) {
      const error = await failure(client.uploadFile(draftOf(server.url), { key: 'a', path, size }));
      expect(error.code).toBe('NZ5013');
    }
    const gone = { key: 'a', path: join(folder, 'gone'), size: 1 };
    const error = await failure(client.uploadFile(draftOf(server.url), gone));
    expect(error.message).toContain('ENOENT');
  });

  it('when the name cannot be a key, nothing is sent', async () => {
    const server = await serve(json(201, {}));
    const client = clientFor(server.apiUrl);
    for (const key of ['', '.', '..', 'a/b', 'x'.repeat(256)]) {
      const file = { key, path: join(folder, 'a'), size: 1 };
      const error = await failure(client.uploadFile(draftOf(server.url), file));
      expect(error.code).toBe('NZ5013');
    }
    expect(server.seen).toHaveLength(0);
  });
});

describe('a download', () => {
  const bytes = Buffer.from('the bytes of the record');
  const file = { key: 'a b.txt', size: bytes.length, md5: '', contentUrl: '' };

  it('when the bytes stop early, they are asked for again and digested anew', async () => {
    const server = await serve(
      (_request, response) => {
        response.writeHead(200, { 'content-length': String(bytes.length) });
        response.write(bytes.subarray(0, 5), () => response.destroy());
      },
      (_request, response) => response.end(bytes),
    );
    const seen = await clientFor(server.apiUrl).digestContent(7, file);
    expect(seen.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(server.seen[0]?.path).toBe('/api/records/7/files/a%20b.txt/content');
  });

  it('when they always stop early, it gives up with what it knows', async () => {
    const server = await serve((_request, response) => response.end(bytes.subarray(0, 5)));
    const error = await failure(clientFor(server.apiUrl).digestContent(7, file));
    expect(error).toMatchObject({ code: 'NZ5016' });
    expect(error.message).toContain('5 of 23 bytes');
  });
});
