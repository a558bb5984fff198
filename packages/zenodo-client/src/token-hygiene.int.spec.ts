import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  DoneDeposition,
  InProgressDeposition,
  UnsubmittedDeposition,
} from '@nx-zenodo/zenodo-api';
import { createZenodoClient, undiciTransport } from './index.js';
import type { Transport, TransportRequest, Waiting, ZenodoClient } from './index.js';
import { depositionJson } from './testing/sample-deposition.js';
import { html, json, reset, startScriptedServer } from './testing/scripted-server.js';
import type { Handler } from './testing/scripted-server.js';

const token = 'secret-that-must-stay-here';
const open: { close(): Promise<void> }[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'token-hygiene-'));
  await writeFile(join(folder, 'a'), 'hello');
});
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.close();
  await rm(folder, { recursive: true });
});

/** A client that writes down everything it sends and tells. */
function watchedClient(apiUrl: string) {
  const sent: TransportRequest[] = [];
  const told: Waiting[] = [];
  const inner = undiciTransport();
  const transport: Transport = {
    send(request) {
      sent.push(request);
      return inner.send(request);
    },
    close: () => inner.close(),
  };
  const clock = { now: () => 0, sleep: async () => undefined, random: () => 0 };
  const onWait = (waiting: Waiting) => told.push(waiting);
  const client = createZenodoClient({ apiUrl, token, transport, clock, onWait });
  open.push(client);
  return { client, sent, told };
}

async function serve(...script: Handler[]) {
  const server = await startScriptedServer(...script);
  open.push(server);
  return server;
}

const recordFile = { key: 'a', size: 5, md5: '', contentUrl: '' };
/** Every call of a client; the links of the depositions lead to `site`. */
function calls(client: ZenodoClient, site: string): readonly (() => Promise<unknown>)[] {
  const { links } = depositionJson(site, 'unsubmitted');
  const draft = { id: 7, state: 'unsubmitted', links } as unknown as UnsubmittedDeposition;
  const edit = { id: 7, state: 'inprogress', links } as unknown as InProgressDeposition;
  const done = { id: 7, state: 'done', links } as unknown as DoneDeposition;
  const stored = { fileId: 'f', key: 'a', size: 5, md5: '' };
  return [
    () => client.publish(draft),
    () => client.publish(edit),
    () => client.discardDraft(draft),
    () => client.openEdit(done),
    () => client.createVersion(done),
    () => client.uploadFile(draft, { key: 'a', path: join(folder, 'a'), size: 5 }),
    () => client.createDeposition({}),
    () => client.readDeposition(7),
    () => client.listDepositions(),
    () => client.updateMetadata(draft, {}),
    () => client.reserveDoi(draft),
    () => client.listFiles(7),
    () => client.deleteFile(draft, stored),
    () => client.readRecord(7),
    () => client.listVersions(7),
    () => client.findVersionDraft(done),
    () => client.isEditUntouched(7),
    () => client.isCommunity('a'),
    () => client.requestDeletion(7, 'Published for a test, no longer needed.'),
    () => client.digestContent(7, recordFile),
  ];
}
/** How many of them go along a link of the answer instead of a URL that is built. */
const alongLinks = 6;

async function failures(all: readonly (() => Promise<unknown>)[]): Promise<readonly unknown[]> {
  const ends = await Promise.allSettled(all.map((call) => call()));
  return ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
}
const codes = (errors: readonly unknown[]) =>
  errors.map((error) => (error as { code: string }).code);

describe('the token', () => {
  it('when links lead to another origin, no request is sent there at all', async () => {
    const [own, other] = [await serve(json(200, {})), await serve(json(200, {}))];
    const { client, sent } = watchedClient(own.apiUrl);
    const errors = await failures(calls(client, other.url).slice(0, alongLinks));
    expect(codes(errors)).toEqual(Array(alongLinks).fill('NZ5004'));
    expect([...sent, ...other.seen]).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])(
    'when every answer is a %i to another origin, it does not go there',
    async (status) => {
      const other = await serve(json(200, {}));
      const own = await serve(json(status, {}, { location: `${other.url}/api/elsewhere` }));
      const { client } = watchedClient(own.apiUrl);
      const all = calls(client, own.url);
      expect(codes(await failures(all))).toEqual(Array(all.length).fill('NZ5004'));
      expect(other.seen).toEqual([]);
    },
  );

  it('when a request that writes is redirected within the origin, it is not repeated there', async () => {
    const own = await serve(json(307, {}, { location: '/api/elsewhere' }));
    const { client } = watchedClient(own.apiUrl);
    await failures(calls(client, own.url).slice(0, alongLinks));
    expect(own.seen.some((request) => request.path === '/api/elsewhere')).toBe(false);
  });

  it.each([
    ['refuses', json(403, { message: `Permission denied for Bearer ${token}.` })],
    [
      'repeats the token in a field',
      json(400, { message: 'x', errors: [{ field: token, messages: [token] }] }),
    ],
    ['fails', json(500, { message: token, error_id: token })],
    ['is a proxy', html(502)],
    ['breaks off', reset()],
    ['sends another shape', json(201, { id: token })],
  ])(
    'when the service %s, it stands in no error, no cause and nothing that is told',
    async (_, answer) => {
      const own = await serve(answer);
      const { client, told } = watchedClient(own.apiUrl);
      const errors = await failures(calls(client, own.url));
      expect(errors.length).toBeGreaterThan(0);
      const text = inspect([errors, told], { depth: 20, showHidden: true });
      expect(text).not.toContain(token);
      expect(JSON.stringify(errors)).not.toContain(token);
    },
  );

  it('when requests are sent, it stands in one header, never in a URL or body, and no cookie is kept', async () => {
    const own = await serve(json(500, {}, { 'set-cookie': 'csrftoken=x; Path=/' }));
    const { client, sent } = watchedClient(own.apiUrl);
    await failures(calls(client, own.url));
    expect(sent.length).toBeGreaterThan(20);
    for (const { url, headers, body } of sent) {
      expect(url).not.toContain(token);
      expect(typeof body === 'string' ? body : '').not.toContain(token);
      expect(headers['authorization']).toBe(`Bearer ${token}`);
      expect(headers).not.toHaveProperty('cookie');
    }
    expect(own.seen.every((request) => request.headers.cookie === undefined)).toBe(true);
  });

  it('when a DOI is asked for, it stays at home', async () => {
    const own = await serve(json(404, {}));
    const { client, sent } = watchedClient(own.apiUrl);
    await client.readDoiState('10.5072/zenodo.7');
    expect(sent[0]?.headers).not.toHaveProperty('authorization');
  });

  it('when the client is shown, it is not in it', () => {
    const client = createZenodoClient({ apiUrl: 'https://zenodo.example/api', token });
    expect(inspect(client, { depth: 5, showHidden: true })).not.toContain(token);
  });
});
