import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaultOrder } from '../index.js';
import { openSandbox, publishable } from '../testing/open-sandbox.js';

const routes = {
  create: 'POST /api/deposit/depositions',
  publish: 'POST /api/deposit/depositions/:id/actions/publish',
  newVersion: 'POST /api/deposit/depositions/:id/actions/newversion',
  edit: 'POST /api/deposit/depositions/:id/actions/edit',
  read: 'GET /api/deposit/depositions/:id',
  files: 'GET /api/deposit/depositions/:id/files',
  put: 'PUT /api/files/:bucket/:key',
  search: 'GET /api/records',
  doi: 'GET /doi/:doi+',
};

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-21T12:00:00Z');
  zenodo = await openSandbox({ clock: () => now });
});
afterEach(() => zenodo.close());

const set = (fault: FaultOrder) => zenodo.sandbox.faults.add(fault);

async function draft() {
  const created = await zenodo.post('/deposit/depositions', { metadata: publishable });
  return created.body;
}

async function draftWithFile() {
  const deposition = await draft();
  await zenodo.put(`${deposition.links.bucket}/a.txt`, 'ten bytes!');
  return deposition;
}

async function record() {
  const deposition = await draftWithFile();
  return (await zenodo.send('POST', deposition.links.publish)).body;
}

describe('faults of one call', () => {
  it('when too many requests are ordered for the second call, only that one is refused', async () => {
    set({ kind: 'too-many-requests', route: routes.create, call: 2, retryAfter: 7 });
    const answers = [];
    for (let n = 0; n < 3; n += 1) answers.push(await zenodo.post('/deposit/depositions', {}));
    expect(answers.map(({ status }) => status)).toEqual([201, 429, 201]);
    expect(answers[1]?.headers.get('retry-after')).toBe('7');
    expect((await zenodo.get('/deposit/depositions')).body).toHaveLength(2);
  });

  it('when the wait is told as a date, it is one that a client can read', async () => {
    set({ kind: 'too-many-requests', retryAfter: 60, form: 'date' });
    const { headers } = await zenodo.get('/deposit/depositions');
    expect(headers.get('retry-after')).toBe('Sat, 21 Nov 2026 12:01:00 GMT');
  });

  it('when the server fails, it names an error id and has done nothing', async () => {
    set({ kind: 'server-error', route: routes.create });
    const failed = await zenodo.post('/deposit/depositions', {});
    expect(failed).toMatchObject({ status: 500, body: { error_id: expect.any(String) } });
    expect((await zenodo.get('/deposit/depositions')).body).toEqual([]);
  });

  it('when half a file is kept, the answer is a 502 page and the list shows half the bytes', async () => {
    const { links } = await draft();
    set({ kind: 'half-file', route: routes.put });
    const put = await zenodo.put(`${links.bucket}/a.txt`, 'ten bytes!');
    expect([put.status, put.headers.get('content-type')]).toEqual([502, 'text/html']);
    const { body } = await zenodo.get(links.files);
    expect(body).toMatchObject([{ filename: 'a.txt', filesize: 5 }]);
    expect((await zenodo.get(`${links.bucket}/a.txt`)).text).toBe('ten b');
  });

  for (const status of [502, 504] as const) {
    it(`when a proxy answers ${status} to publish, the record is published all the same`, async () => {
      const { id, links } = await draftWithFile();
      set({ kind: 'proxy-error', status, route: routes.publish });
      const answer = await zenodo.send('POST', links.publish);
      expect([answer.status, answer.text.includes('<html>')]).toEqual([status, true]);
      expect((await zenodo.get(`/records/${id}`)).status).toBe(200);
    });
  }

  it('when the connection is reset before anything happened, nothing happened', async () => {
    const { id, links } = await draftWithFile();
    set({ kind: 'reset', when: 'before', route: routes.publish });
    await expect(zenodo.send('POST', links.publish)).rejects.toThrow();
    expect((await zenodo.get(`/deposit/depositions/${id}`)).body.submitted).toBe(false);
  });

  it('when the connection is reset within an upload, no file is listed', async () => {
    const { links } = await draft();
    set({ kind: 'reset', when: 'in-request', route: routes.put });
    await expect(zenodo.put(`${links.bucket}/a.bin`, new Uint8Array(3 << 20))).rejects.toThrow();
    expect((await zenodo.get(links.files)).body).toEqual([]);
  });

  it('when the connection is reset after the effect, the effect stays', async () => {
    const { id, links } = await draftWithFile();
    set({ kind: 'reset', when: 'after-effect', route: routes.publish });
    await expect(zenodo.send('POST', links.publish)).rejects.toThrow();
    expect((await zenodo.get(`/deposit/depositions/${id}`)).body.submitted).toBe(true);
  });

  it('when the connection is reset within an answer, half of it has come', async () => {
    const { id } = await draft();
    set({ kind: 'reset', when: 'in-response', route: routes.read });
    const answer = await fetch(`${zenodo.sandbox.apiUrl}/deposit/depositions/${id}`, {
      headers: { Authorization: `Bearer ${zenodo.sandbox.token}` },
    });
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it('when an answer drips, it comes whole in many pieces', async () => {
    const { id } = await draft();
    set({ kind: 'slow-drip', bytesPerSecond: 20_000, route: routes.read });
    const answer = await fetch(`${zenodo.sandbox.apiUrl}/deposit/depositions/${id}`, {
      headers: { Authorization: `Bearer ${zenodo.sandbox.token}` },
    });
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true });
    expect(JSON.parse(text)).toMatchObject({ id });
  });

  it('when an upload is stored wrong, its answer, its list and its bytes agree on that', async () => {
    const { links } = await draft();
    set({ kind: 'wrong-md5', route: routes.put });
    const put = await zenodo.put(`${links.bucket}/a.txt`, 'ten bytes!');
    const { body } = await zenodo.get(links.files);
    expect(put.body.checksum).toBe(`md5:${body[0].checksum}`);
    expect((await zenodo.get(`${links.bucket}/a.txt`)).text).toBe('uen bytes!');
  });

  it('when a list tells a wrong md5, the file itself is well', async () => {
    const { links } = await draftWithFile();
    const right = await zenodo.get(links.files);
    set({ kind: 'wrong-md5', route: routes.files });
    const wrong = await zenodo.get(links.files);
    expect(wrong.body[0].checksum).not.toBe(right.body[0].checksum);
    expect((await zenodo.get(`${links.bucket}/a.txt`)).text).toBe('ten bytes!');
  });

  it('when latest_draft is stale, newversion answers the record and the draft is there to be found', async () => {
    const published = await record();
    set({ kind: 'stale-latest-draft', route: routes.newVersion });
    const answer = await zenodo.send('POST', published.links.newversion);
    expect(answer).toMatchObject({ status: 201, body: { id: published.id, submitted: true } });
    const found = await zenodo.get(`/deposit/depositions?q=conceptrecid:${published.conceptrecid}`);
    expect(found.body).toMatchObject([{ state: 'unsubmitted' }]);
  });

  it('when HTML comes with 200, nothing was done', async () => {
    set({ kind: 'html-ok', route: routes.create });
    const answer = await zenodo.post('/deposit/depositions', {});
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect((await zenodo.get('/deposit/depositions')).body).toEqual([]);
  });

  it('when somebody else opens a draft first, newversion is refused as it is on Zenodo', async () => {
    const published = await record();
    set({ kind: 'foreign-draft', route: routes.newVersion });
    const answer = await zenodo.send('POST', published.links.newversion);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'files.enabled', messages: ['Please remove all files first.'] }] },
    });
    const found = await zenodo.get(`/deposit/depositions?q=conceptrecid:${published.conceptrecid}`);
    expect(found.body).toMatchObject([{ title: 'A draft that somebody else has opened' }]);
  });

  it('when somebody else opens an edit first, edit answers their draft', async () => {
    const published = await record();
    set({ kind: 'foreign-draft', opens: 'edit', route: routes.edit });
    const answer = await zenodo.send('POST', published.links.edit);
    expect([answer.status, answer.body.state]).toEqual([201, 'inprogress']);
    expect(answer.body.title).toBe('A draft that somebody else has opened');
  });
});

describe('faults that last', () => {
  it('when the index is behind, a record is not found before the seconds are over', async () => {
    set({ kind: 'index-delay', seconds: 30, route: routes.search });
    const { id } = await record();
    const early = await zenodo.get(`/records?q=recid:${id}`);
    now = new Date(now.getTime() + 30_000);
    const late = await zenodo.get(`/records?q=recid:${id}`);
    expect([early.body.hits.total, late.body.hits.total]).toEqual([0, 1]);
  });

  it('when a DOI is pending, it resolves after the seconds are over', async () => {
    set({ kind: 'doi-pending', seconds: 30, route: routes.doi });
    const { doi } = await record();
    const address = `${zenodo.sandbox.url}/doi/${doi}`;
    const early = await zenodo.get(address);
    now = new Date(now.getTime() + 30_000);
    const late = await zenodo.get(address);
    expect([early.status, late.status]).toEqual([404, 302]);
  });

  it('when a token is revoked mid-way, every call from then on is anonymous', async () => {
    set({ kind: 'token-revoked', call: 3 });
    const { id } = await draft();
    const answers = [1, 2, 3].map(() => zenodo.get(`/deposit/depositions/${id}`));
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 403, 403]);
  });
});

describe('orders by HTTP', () => {
  const send = (method: string, path: string, body?: unknown) =>
    fetch(`${zenodo.sandbox.url}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });

  it('when faults are set, listed and cleared, each does so', async () => {
    const order = [{ kind: 'server-error', route: routes.create, times: 2 }];
    expect((await send('POST', '/sandbox/faults', order)).status).toBe(201);
    await zenodo.post('/deposit/depositions', {});
    const list = await (await send('GET', '/sandbox/faults')).json();
    expect(list).toMatchObject([{ id: 1, kind: 'server-error', call: 1, times: 2, seen: 1 }]);
    await send('DELETE', '/sandbox/faults?id=1');
    expect((await zenodo.post('/deposit/depositions', {})).status).toBe(201);
  });

  it('when an order is wrong, it is refused with what is wrong', async () => {
    const unknown = await send('POST', '/sandbox/faults', { kind: 'flood' });
    expect([unknown.status, (await unknown.json()) as object]).toEqual([
      400,
      expect.objectContaining({ message: expect.stringContaining('kind') }),
    ]);
    const route = await send('POST', '/sandbox/faults', { kind: 'html-ok', route: 'GET /nowhere' });
    expect(await route.json()).toMatchObject({ message: expect.stringContaining(routes.search) });
  });

  it('when requests are listed, each has its route, status and whether it took effect', async () => {
    const { links } = await draftWithFile();
    set({ kind: 'proxy-error', route: routes.publish });
    await zenodo.send('POST', `${links.publish}?access_token=secret`);
    const list = (await (await send('GET', '/sandbox/requests?since=2')).json()) as object[];
    expect(list).toMatchObject([
      { number: 3, method: 'POST', route: routes.publish, status: 504, tookEffect: true },
    ]);
    expect(JSON.stringify(list)).not.toContain('secret');
  });
});
