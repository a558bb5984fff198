import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pageHeaders } from '../index.js';

/** Pages on loopback, with the headers that they are meant to be sent with. */
export interface PageServer {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves each document under its path; everything else is a 404. */
export async function servePages(pages: Readonly<Record<string, string>>): Promise<PageServer> {
  const server = createServer((request, response) => {
    const page = pages[(request.url ?? '').split('?')[0] ?? ''];
    if (page === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here');
      return;
    }
    response.writeHead(200, pageHeaders).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, close };
}
