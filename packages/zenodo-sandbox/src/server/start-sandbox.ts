import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from '../http/call.js';
import { buildRouter } from '../http/route.js';
import { LOCAL_TOKEN, localAccount, type Account } from '../model/account.js';
import { Store } from '../node/store.js';
import { routes } from '../routes.js';
import { SandboxError } from '../sandbox-error.js';
import { exchange, type Engine } from './exchange.js';
import { Leases } from './leases.js';
import { requestHead } from './request-head.js';

export interface SandboxOptions {
  /** Folder of the durable state; made when it is missing. */
  readonly store: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Default 127.0.0.1: nobody else on the network is answered. */
  readonly host?: string;
  /** Who may deposit besides the account of LOCAL_TOKEN. */
  readonly accounts?: readonly Account[];
  /** DOI prefix; default 10.5072, which is reserved for tests. */
  readonly prefix?: string;
  readonly clock?: () => Date;
  /** Source of UUIDs. */
  readonly ids?: () => string;
  /** Told of errors of the server itself; default: standard error. */
  readonly report?: (error: unknown) => void;
}

export interface Sandbox {
  /** Where pages are, such as http://127.0.0.1:5072. */
  readonly url: string;
  /** Where both APIs are: `url` and `/api`. */
  readonly apiUrl: string;
  /** A token that may upload and publish. */
  readonly token: string;
  /** Stops once no client holds a lease, with everything on disk. */
  close(): Promise<void>;
}

/**
 * Starts a local Zenodo.
 * @throws SandboxError NZ7001 when another holds the store, NZ7002 when the port is taken,
 * NZ7003 when the store is damaged.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const store = await Store.open(options.store);
  const leases = new Leases();
  const host = options.host ?? '127.0.0.1';
  try {
    const engine = engineOf(options, store);
    const server = createServer({ requestTimeout: 0, headersTimeout: 30_000 });
    const url = await listen(server, options.port ?? 0, host);
    serve(server, engine, leases, url, options.prefix ?? defaultPrefix);
    await store.lock.announce(url);
    const close = () => closeSandbox(server, leases, store);
    return { url, apiUrl: `${url}/api`, token: LOCAL_TOKEN, close };
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

const defaultPrefix = '10.5072';

function engineOf(options: SandboxOptions, store: Store): Engine {
  const clock = options.clock ?? (() => new Date());
  const accounts = [localAccount, ...(options.accounts ?? [])];
  const context = (): Context => ({
    world: store.tables,
    now: clock(),
    uuid: options.ids ?? randomUUID,
    accounts,
    prefix: options.prefix ?? defaultPrefix,
  });
  const report = options.report ?? ((error) => void process.stderr.write(`${String(error)}\n`));
  return { store, router: buildRouter(routes), context, report };
}

function serve(server: Server, engine: Engine, leases: Leases, url: string, prefix: string): void {
  server.on('request', (request, response) => {
    const head = requestHead(request, url);
    if (head.path === '/sandbox/lease' && head.method === 'GET') return leases.hold(response);
    if (head.path === '/sandbox' && head.method === 'GET') {
      const identity = { name: '@nx-zenodo/zenodo-sandbox', store: engine.store.path, prefix };
      response.setHeader('Content-Type', 'application/json');
      return void response.end(JSON.stringify({ ...identity, leases: leases.count }));
    }
    exchange(engine, request, response, head).catch((error: unknown) => {
      engine.report(error);
      response.destroy();
    });
  });
}

function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((done, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      failed(cause.code === 'EADDRINUSE' ? portTaken(port, host, cause) : cause);
    });
    server.listen(port, host, () => {
      const { port: given } = server.address() as AddressInfo;
      done(`http://${host.includes(':') ? `[${host}]` : host}:${given}`);
    });
  });
}

async function closeSandbox(server: Server, leases: Leases, store: Store): Promise<void> {
  await leases.none();
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  await closed;
  await store.close();
}

function portTaken(port: number, host: string, cause: unknown): SandboxError {
  return new SandboxError(
    'NZ7002',
    `Port ${port} of ${host} is taken.`,
    'Stop what listens there, or choose another port.',
    { cause },
  );
}
