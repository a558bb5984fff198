import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived, its body whole. */
export interface SeenRequest {
  readonly method: string;
  /** Scheme, host and port that it was sent to. */
  readonly origin: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer; a `json` value or raw bytes. */
export interface TestAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes wrong once, for the first request that it applies to. */
export interface Fault {
  readonly when: (request: SeenRequest) => boolean;
  /** `drop` closes the connection without an answer. */
  readonly answer: TestAnswer | 'drop';
  /** Whether the request is carried out before that. */
  readonly done?: boolean;
}

export type Handler = (request: SeenRequest) => TestAnswer | Promise<TestAnswer>;

/** A server on loopback that keeps what it was asked, and fails to order. */
export class TestServer {
  readonly seen: SeenRequest[] = [];
  readonly faults: Fault[] = [];
  #server: Server;

  private constructor(handle: Handler) {
    this.#server = createServer((incoming, outgoing) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', async () => {
        const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
        const request: SeenRequest = {
          method: incoming.method ?? '',
          origin: url.origin,
          path: url.pathname,
          query: url.searchParams,
          headers: incoming.headers,
          body: Buffer.concat(chunks),
        };
        this.seen.push(request);
        const at = this.faults.findIndex(({ when }) => when(request));
        const [fault] = at === -1 ? [] : this.faults.splice(at, 1);
        const answer = fault === undefined || fault.done === true ? await handle(request) : null;
        const sent = fault?.answer ?? answer!;
        if (sent === 'drop') return void incoming.socket.destroy();
        const text = sent.text ?? (sent.json === undefined ? '' : JSON.stringify(sent.json));
        outgoing.writeHead(sent.status, {
          'content-type':
            sent.json === undefined ? 'text/plain' : 'application/json; charset=utf-8',
          ...sent.headers,
        });
        outgoing.end(text);
      });
    });
  }

  static async start(handle: Handler): Promise<TestServer> {
    const server = new TestServer(handle);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** One page of a list and its Link header, as GitHub, GitLab and Forgejo page (RFC 8288). */
export function pageOf<T>(
  all: readonly T[],
  request: SeenRequest,
  size: { readonly name: string; readonly most: number },
): { readonly items: readonly T[]; readonly headers: Record<string, string> } {
  const asked = Number(request.query.get(size.name) ?? 30);
  const perPage = Math.min(asked, size.most);
  const page = Number(request.query.get('page') ?? 1);
  const items = all.slice((page - 1) * perPage, page * perPage);
  if (page * perPage >= all.length) return { items, headers: {} };
  const url = (n: number) => `<${request.origin}${request.path}?${size.name}=${perPage}&page=${n}>`;
  const last = Math.ceil(all.length / perPage);
  return { items, headers: { link: `${url(page + 1)}; rel="next", ${url(last)}; rel="last"` } };
}
