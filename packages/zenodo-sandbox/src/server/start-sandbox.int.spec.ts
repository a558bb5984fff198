import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { findSandbox, holdLease, startSandbox } from '../index.js';
import { openSandbox, publishable } from '../testing/open-sandbox.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function started() {
  const zenodo = await openSandbox();
  open.push(zenodo);
  return zenodo;
}

describe('a local Zenodo', () => {
  it('when somebody asks at its address, it names its store', async () => {
    const { sandbox, store } = await started();
    expect(await findSandbox(sandbox.url)).toMatchObject({ store, prefix: '10.5072' });
  });

  it('when something else listens, it is not taken for one', async () => {
    const other = createServer((_request, response) => response.end('{"name":"other"}'));
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    expect(await findSandbox(`http://127.0.0.1:${port}`)).toBeNull();
    await new Promise((done) => other.close(done));
    expect(await findSandbox(`http://127.0.0.1:${port}`)).toBeNull();
    await expect(holdLease(`http://127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'NZ7005' });
  });

  it('when a second is started on its store, the second is refused and told where the first is', async () => {
    const { sandbox, store } = await started();
    await expect(startSandbox({ store })).rejects.toMatchObject({
      code: 'NZ7001',
      message: expect.stringContaining(sandbox.url),
    });
  });

  it('when its port is taken, it says so and leaves the store free', async () => {
    const { sandbox } = await started();
    const port = Number(new URL(sandbox.url).port);
    const store = await openSandbox();
    await store.sandbox.close();
    const options = { store: store.store };
    await expect(startSandbox({ ...options, port })).rejects.toMatchObject({ code: 'NZ7002' });
    open.push(await startSandbox(options));
  });

  it('when somebody holds a lease, it serves on after close until the lease is released', async () => {
    const zenodo = await started();
    const lease = await holdLease(zenodo.sandbox.url);
    let closed = false;
    const closing = zenodo.sandbox.close().then(() => (closed = true));
    const answer = await zenodo.get('/deposit/depositions');
    expect([answer.status, closed]).toEqual([200, false]);
    await lease.release();
    await closing;
    expect(await findSandbox(zenodo.sandbox.url)).toBeNull();
    open.length = 0;
  });

  it('when stopped and started again, it has every row and byte', async () => {
    const first = await openSandbox();
    const { body } = await first.post('/deposit/depositions', { metadata: publishable });
    await first.put(`${body.links.bucket}/a.txt`, 'kept');
    const published = await first.send('POST', body.links.publish);
    await first.sandbox.close();
    const second = await openSandbox({ store: first.store });
    open.push(second);
    const read = await second.get(`/records/${body.id}`);
    expect(read.body).toMatchObject({
      doi: published.body.doi,
      files: [{ key: 'a.txt', size: 4 }],
    });
    expect((await second.get(read.body.files[0].links.self)).text).toBe('kept');
    const next = await second.post('/deposit/depositions', {});
    expect(next.body.id).toBeGreaterThan(body.id);
  });
});
