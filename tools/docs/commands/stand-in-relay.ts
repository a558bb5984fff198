import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers for a site of Zenodo with what the local Zenodo at `localUrl` says. */
export interface StandInRelay {
  readonly port: number;
  close(): Promise<void>;
}

/** `site` is the origin that clients believe to speak to, such as https://zenodo.org. */
export async function startRelay(site: string, localUrl: string): Promise<StandInRelay> {
  const server = createServer((incoming, outgoing) => relay(incoming, outgoing, site, localUrl));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function relay(incoming: IncomingMessage, outgoing: ServerResponse, site: string, local: string) {
  const { host } = new URL(local);
  const headers = { ...incoming.headers, host };
  const method = incoming.method ?? 'GET';
  const onward = request(`${local}${incoming.url}`, { method, headers }, (answer) => {
    const isText = /json|html|text\//.test(answer.headers['content-type'] ?? '');
    const isFile = (incoming.url ?? '').endsWith('/content');
    const named = Object.entries(answer.headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(local, site) : value,
    ]);
    if (!isText || isFile) {
      outgoing.writeHead(answer.statusCode ?? 502, Object.fromEntries(named));
      answer.pipe(outgoing);
      return;
    }
    const pieces: Buffer[] = [];
    answer.on('data', (piece: Buffer) => pieces.push(piece));
    answer.on('end', () => {
      const body = Buffer.from(Buffer.concat(pieces).toString().replaceAll(local, site));
      const kept = named.filter(
        ([name]) => name !== 'content-length' && name !== 'transfer-encoding',
      );
      const length = method === 'HEAD' ? {} : { 'content-length': body.length };
      outgoing.writeHead(answer.statusCode ?? 502, { ...Object.fromEntries(kept), ...length });
      outgoing.end(body);
    });
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
