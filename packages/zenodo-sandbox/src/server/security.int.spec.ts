import { connect } from 'node:net';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSandbox, publishable } from '../testing/open-sandbox.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
  zenodo = await openSandbox({
    accounts: [
      {
        id: 2,
        email: 'writer@localhost',
        tokens: [{ token: 'write-only', scopes: ['deposit:write'] }],
      },
    ],
  });
});
afterAll(() => zenodo.close());

/** Sends bytes as they are: no client tidies the path or the headers. */
function raw(request: string): Promise<string> {
  const { hostname, port } = new URL(zenodo.sandbox.url);
  return new Promise((done, failed) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('end', () => done(answer));
    socket.on('close', () => done(answer));
    socket.on('error', failed);
  });
}

const head = (line: string, host = '127.0.0.1', more = '') =>
  `${line} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${zenodo.sandbox.token}\r\nConnection: close\r\n${more}\r\n`;

async function bucket(): Promise<string> {
  const { body } = await zenodo.post('/deposit/depositions', { metadata: publishable });
  return new URL(body.links.bucket).pathname;
}

describe('keys and paths', () => {
  it.each([
    '..',
    '../../../etc/passwd',
    '%2e%2e',
    '..%2f..%2fx',
    '%00',
    'a%00b',
    '.',
    '~',
    'C:%5Cx',
  ])(
    'when a key is %s, nothing is written outside of the contents, and they have only ids for names',
    async (key) => {
      const path = `${await bucket()}/${key}`;
      await raw(`${head(`PUT ${path}`, '127.0.0.1', 'Content-Length: 4\r\n')}evil`);
      expect((await readdir(zenodo.store)).sort()).toEqual(['files', 'journal.ndjson', 'lock.1']);
      const shards = await readdir(join(zenodo.store, 'files'));
      expect(shards.every((shard) => /^[0-9a-f]{2}$/.test(shard))).toBe(true);
      for (const shard of shards) {
        for (const name of await readdir(join(zenodo.store, 'files', shard))) {
          expect(name).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        }
      }
    },
  );

  it.each([
    '/..%2f..%2fjournal.ndjson',
    '/files/../journal.ndjson',
    '/api/files/..%2f..%2fx',
    '/%ff',
    '/%',
  ])('when %s is asked for, it is not there', async (path) => {
    expect(await raw(head(`GET ${path}`))).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('when a key holds a line end, it ends no header', async () => {
    const path = `${await bucket()}/a%0d%0aX-Evil:%201%22.txt`;
    const put = await raw(`${head(`PUT ${path}`, '127.0.0.1', 'Content-Length: 4\r\n')}evil`);
    expect(put).toMatch(/^HTTP\/1\.1 201 /);
    const got = await raw(head(`GET ${path}`));
    expect(got).toMatch(/^HTTP\/1\.1 200 /);
    expect(got.split('\r\n\r\n')[0]).not.toMatch(/^X-Evil/m);
  });
});

describe('what a browser is served', () => {
  it('when a page or a script was uploaded, it comes as text that nothing runs', async () => {
    const { body } = await zenodo.post('/deposit/depositions', { metadata: publishable });
    for (const key of ['page.html', 'image.svg', 'code.js']) {
      await zenodo.put(`${body.links.bucket}/${key}`, '<script>alert(1)</script>');
      const { headers } = await zenodo.get(`${body.links.bucket}/${key}`);
      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none';");
    }
  });
});

describe('who is answered', () => {
  it('when the host is somebody else, nobody is (DNS rebinding)', async () => {
    expect(await raw(head('GET /api/deposit/depositions', 'evil.example'))).toMatch(
      /^HTTP\/1\.1 403 /,
    );
  });

  it('when a page of another site writes, it is refused', async () => {
    const origin = 'Origin: https://evil.example\r\nContent-Length: 0\r\n';
    const answer = await raw(head('POST /sandbox/faults', '127.0.0.1', origin));
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
  });

  it('when a token may only write, it cannot publish', async () => {
    const writer = { Authorization: 'Bearer write-only', 'Content-Type': 'application/json' };
    const body = JSON.stringify({ metadata: publishable });
    const created = await zenodo.send('POST', '/deposit/depositions', { headers: writer, body });
    expect(created.status).toBe(201);
    const put = { headers: { Authorization: 'Bearer write-only' }, body: 'x' };
    expect((await zenodo.send('PUT', `${created.body.links.bucket}/a.txt`, put)).status).toBe(415);
    const bytes = new TextEncoder().encode('x');
    const stored = await zenodo.send('PUT', `${created.body.links.bucket}/a.txt`, {
      ...put,
      body: bytes,
    });
    expect(stored.status).toBe(201);
    const published = await zenodo.send('POST', created.body.links.publish, { headers: writer });
    expect(published).toMatchObject({ status: 403, body: { message: 'Permission denied.' } });
  });
});

describe('sizes', () => {
  it('when a JSON body is larger than any metadata, it is refused before it is read whole', async () => {
    const body = JSON.stringify({ metadata: { title: 'x'.repeat(17 << 20) } });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await zenodo.send('POST', '/deposit/depositions', { body, headers });
    expect(answer.status).toBe(413);
  });

  it('when fewer bytes come than were announced, no file is listed', async () => {
    const path = await bucket();
    const { hostname, port } = new URL(zenodo.sandbox.url);
    await new Promise<void>((done) => {
      const more = 'Content-Length: 100\r\nContent-Type: application/octet-stream\r\n';
      const socket = connect(Number(port), hostname, () => {
        socket.end(`${head(`PUT ${path}/a.txt`, '127.0.0.1', more)}half`);
      });
      socket.resume();
      socket.on('error', () => undefined);
      socket.on('close', () => done());
    });
    expect((await zenodo.get(`${zenodo.sandbox.url}${path}/a.txt`)).status).toBe(404);
  });
});
