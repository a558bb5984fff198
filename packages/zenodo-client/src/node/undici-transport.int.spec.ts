import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { drain } from '../request/send.js';
import { explainBreakage } from '../request/broken.js';
import { json, startScriptedServer } from '../testing/scripted-server.js';
import type { TransportRequest } from '../transport.js';
import { undiciTransport } from './undici-transport.js';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

function transport() {
  const made = undiciTransport();
  open.push(made);
  return made;
}
function get(url: string, timeoutMs = 10_000): TransportRequest {
  return { method: 'GET', url, headers: {}, timeoutMs };
}
/** A server that answers the first bytes of a connection with a text, and reads nothing more. */
async function answerOnSight(text: string) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.pause();
      socket.write(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no failure',
    (error: unknown) => explainBreakage(error)?.reason,
  );

describe('the transport', () => {
  it('when requests follow each other, connections are used again', async () => {
    const ports = new Set<number | undefined>();
    const server = await startScriptedServer((request, response) => {
      ports.add(response.socket?.remotePort);
      json(200, { path: request.path })(request, response);
    });
    open.push(server);
    const http = transport();
    for (let round = 0; round < 9; round += 1) await drain((await http.send(get(server.url))).body);
    // The end of a body is told a moment before its connection is free again.
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('when nothing is answered in time, it says so', async () => {
    const silent = await answerOnSight('');
    expect(await reasonOf(transport().send(get(silent, 50)))).toMatch('no answer came in time');
  });

  it('when the answer stops half-way, its body says so', async () => {
    const stops = await answerOnSight('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf');
    const { status, body } = await transport().send(get(stops, 50));
    expect(status).toBe(200);
    expect(await reasonOf(drain(body))).toMatch('the answer stopped half-way');
  });

  it('when the answer is no HTTP, the exchange is broken', async () => {
    const other = await answerOnSight('220 mail ready\r\n\r\n');
    expect(await reasonOf(transport().send(get(other)))).toMatch('HPE_');
  });
});

describe('a body that is sent in pieces', () => {
  const piece = new Uint8Array(1024 * 1024);
  const put = (url: string, body: AsyncIterable<Uint8Array>): TransportRequest => ({
    method: 'PUT',
    url,
    headers: { 'content-length': String(100 * piece.length) },
    body,
    timeoutMs: 10_000,
  });
  /** A hundred pieces; tells how many were asked for once it is closed. */
  const countedBody = () => {
    let close: (asked: number) => void;
    const askedUntilClosed = new Promise<number>((resolve) => (close = resolve));
    async function* pieces() {
      let asked = 0;
      try {
        for (; asked < 100; asked += 1) yield piece;
      } finally {
        close(asked);
      }
    }
    return { pieces, askedUntilClosed };
  };

  it('when the answer comes before all of it was asked for, the rest is let be', async () => {
    const refusing = await answerOnSight('HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno');
    const body = countedBody();
    const answer = await transport().send(put(refusing, body.pieces()));
    expect(answer.status).toBe(413);
    await drain(answer.body);
    expect(await body.askedUntilClosed).toBeLessThan(100);
  });

  it('when reading it fails, the request fails with that error and nothing is taken for sent', async () => {
    const server = await startScriptedServer(json(201, {}));
    open.push(server);
    async function* body() {
      yield piece;
      throw new Error('the disk is gone');
    }
    await expect(transport().send(put(server.url, body()))).rejects.toThrow('the disk is gone');
    expect(server.seen).toEqual([]);
  });

  it('when nobody listens, it fails and the body is never asked for', async () => {
    const server = await startScriptedServer();
    await server.close();
    let asked = 0;
    async function* body() {
      asked += 1;
      yield piece;
    }
    const failed = transport().send(put(server.url, body()));
    expect(await reasonOf(failed)).toMatch('the connection was refused');
    expect(asked).toBe(0);
  });
});
