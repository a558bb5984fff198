import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkLinks } from './check-links.js';

const before = { ...process.env };
const open: Server[] = [];
beforeEach(() => {
  for (const name of Object.keys(process.env)) {
    if (/^(?:https?|all|no)_proxy$/i.test(name)) delete process.env[name];
  }
});
afterEach(async () => {
  process.env = { ...before };
  for (const server of open.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function listening(server: Server): Promise<string> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the links of a record', () => {
  it('when a page is there, gone, or wants a sign-in, and when nobody answers, all are told apart', async () => {
    const statuses: Readonly<Record<string, number>> = { '/here': 200, '/private': 403 };
    const origin = await listening(
      createServer(({ url = '' }, response) => {
        response.writeHead(statuses[url] ?? 404).end();
      }),
    );
    const closed = await listening(createServer());
    await new Promise((resolve) => open.pop()?.close(resolve));
    const links = [`${origin}/here`, `${origin}/private`, `${origin}/gone`, closed];
    const states = await checkLinks(links);
    expect(links.map((link) => states.get(link))).toEqual([
      'answers',
      'answers',
      'broken',
      'unreachable',
    ]);
  });

  it('when the environment names a proxy, other machines are asked through it', async () => {
    const asked: (string | undefined)[] = [];
    const proxy = createServer().on('connect', ({ url }, socket) => {
      asked.push(url);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    process.env['HTTPS_PROXY'] = await listening(proxy);
    expect((await checkLinks(['https://data.invalid/a'])).get('https://data.invalid/a')).toBe(
      'unreachable',
    );
    expect(asked).toEqual(['data.invalid:443']);
  });
});
