import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { drain } from '../request/send.js';
import { explainBreakage } from '../request/broken.js';
import { json, startScriptedServer } from '../testing/scripted-server.js';
import { undiciTransport } from './undici-transport.js';

const proxyVariables = /^(?:https?|all|no)_proxy$/i;
const before = { ...process.env };
let seen: IncomingMessage[];
let address: string;
const open: { close(): unknown }[] = [];

beforeEach(async () => {
  for (const name of Object.keys(process.env)) {
    if (proxyVariables.test(name)) delete process.env[name];
  }
  seen = [];
  const proxy = createServer().on('connect', (request, socket) => {
    seen.push(request);
    socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  open.push(proxy);
  address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterEach(async () => {
  process.env = { ...before };
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function reasonFor(url: string): Promise<string | undefined> {
  const transport = undiciTransport();
  open.push(transport);
  const headers = { authorization: 'Bearer T0KEN' };
  const sent = transport.send({ method: 'GET', url, headers, timeoutMs: 10_000 });
  return sent.then(
    async ({ body }) => void (await drain(body)),
    (error: unknown) => explainBreakage(error)?.reason,
  );
}

describe('a proxy that the environment names', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])(
    'when %s is set, it is asked for a tunnel and sees no token',
    async (name) => {
      process.env[name] = address;
      const reason = await reasonFor('https://zenodo.invalid/api');
      expect(reason).toBe('the proxy refused the way to the host (ERR_PROXY_TUNNEL)');
      expect(seen.map(({ url }) => url)).toEqual(['zenodo.invalid:443']);
      expect(JSON.stringify(seen.map(({ rawHeaders }) => rawHeaders))).not.toContain('T0KEN');
    },
  );

  it('when NO_PROXY names the host, the proxy is not asked', async () => {
    process.env['HTTPS_PROXY'] = address;
    process.env['NO_PROXY'] = '.invalid';
    expect(await reasonFor('https://zenodo.invalid/api')).not.toContain('PROXY');
    expect(seen).toEqual([]);
  });

  it('when the service is on this machine, the proxy is not asked', async () => {
    process.env['HTTP_PROXY'] = address;
    const server = await startScriptedServer(json(200, {}));
    open.push(server);
    expect(await reasonFor(server.url)).toBeUndefined();
    expect(server.seen).toHaveLength(1);
    expect(seen).toEqual([]);
  });

  it('when its address is none, that is said before anything is sent', async () => {
    process.env['HTTPS_PROXY'] = 'proxy.example:3128';
    expect(await reasonFor('https://zenodo.invalid/api')).toContain('ERR_PROXY_ADDRESS');
  });
});
