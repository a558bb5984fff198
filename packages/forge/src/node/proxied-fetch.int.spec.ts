import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ForgeLocation } from '../location/detect-forge.js';
import { TestServer } from '../testing/test-server.js';
import { openForge } from './open-forge.js';
import { proxiedFetch } from './proxied-fetch.js';
import { streamBody } from './stream-body.js';

const before = { ...process.env };
let server: TestServer;
let seen: IncomingMessage[];
let tunnel: (socket: Duplex) => void;
let proxy: ReturnType<typeof createServer>;
let address: string;

beforeEach(async () => {
  for (const name of Object.keys(process.env)) {
    if (/^(?:https?|all|no)_proxy$/i.test(name)) delete process.env[name];
  }
  server = await TestServer.start(({ body }) => ({ status: 200, text: `${body.length} bytes` }));
  seen = [];
  tunnel = (socket) => void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  proxy = createServer().on('connect', (request, socket) => {
    seen.push(request);
    tunnel(socket);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterEach(async () => {
  process.env = { ...before };
  await server.close();
  await new Promise((resolve) => proxy.close(resolve));
});

/** Every host is led to the server. */
function leadToServer(socket: Duplex) {
  const onward = connect(Number(new URL(server.origin).port), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
}

const apiUrl = 'https://git.invalid/api/v1';
const location: ForgeLocation = {
  kind: 'forgejo',
  apiUrl,
  uploadUrl: apiUrl,
  owner: 'ada',
  name: 'demo',
  origin: 'https://git.invalid',
};
const token = { value: 'T0KEN', variable: 'SOME_TOKEN', kind: 'personal' } as const;
const clock = { now: () => 0, sleep: async () => undefined };
const failureOf = () =>
  openForge(location, token, clock)
    .getRelease('v1')
    .then(
      () => 'no failure',
      (error: Error) => error.message,
    );

describe('a proxy that the environment names', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])(
    'when %s is set, it is asked once for a tunnel to the forge and sees no token',
    async (name) => {
      process.env[name] = address;
      expect(await failureOf()).toContain('ERR_PROXY_TUNNEL');
      expect(seen.map(({ url }) => url)).toEqual(['git.invalid:443']);
      expect(JSON.stringify(seen.map(({ rawHeaders }) => rawHeaders))).not.toContain('T0KEN');
    },
  );

  it('when NO_PROXY names the forge, the proxy is not asked', async () => {
    process.env['HTTPS_PROXY'] = address;
    process.env['NO_PROXY'] = '.invalid';
    expect(await failureOf()).not.toContain('PROXY');
    expect(seen).toEqual([]);
  });

  it('when the forge is on this machine, the proxy is not asked', async () => {
    process.env['HTTP_PROXY'] = address;
    expect((await proxiedFetch()(server.origin)).status).toBe(200);
    expect(seen).toEqual([]);
  });

  it('when its address is none, that is told at once', async () => {
    process.env['HTTPS_PROXY'] = 'proxy.example:3128';
    expect(await failureOf()).toContain('ERR_PROXY_ADDRESS');
  });

  it('when it opens the way, answers come back and streamed files arrive whole', async () => {
    process.env['HTTP_PROXY'] = address;
    tunnel = leadToServer;
    async function* pieces() {
      yield Buffer.alloc(70_000, 'a');
      yield Buffer.alloc(30_000, 'b');
    }
    const answer = await proxiedFetch()('http://git.invalid/file', {
      method: 'PUT',
      headers: { 'content-length': '100000' },
      ...streamBody(pieces()),
    });
    expect(await answer.text()).toBe('100000 bytes');
    expect(seen.map(({ url }) => url)).toEqual(['git.invalid:80']);
    expect(server.seen.map(({ path }) => path)).toEqual(['/file']);
  });
});
