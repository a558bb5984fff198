import { loadCite, type Cite } from '../export/cite.js';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isForeignPage, isLoopback, originOf } from '../access/own-host.js';
import type { Context } from '../http/call.js';
import { FaultBook } from '../faults/fault-book.js';
import { buildRouter, routeName } from '../http/route.js';
import { LOCAL_TOKEN, localAccount, type Account } from '../model/account.js';
import { Store } from '../node/store.js';
import { routes } from '../routes.js';
import { SandboxError } from '../sandbox-error.js';
import { RateLimiter } from '../rate-limit/limiter.js';
import { control } from './control.js';
import { Curator } from './curator.js';
import type { Engine } from './engine.js';
import { exchange } from './exchange.js';
import { Leases } from './leases.js';
import { RequestLog } from './request-log.js';
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
  /** Slugs of communities that none of the accounts curates: who asks to come in waits for `curator`. */
  readonly communities?: readonly string[];
  /** DOI prefix; default 10.5072, which is reserved for tests. */
  readonly prefix?: string;
  /** Enforces Zenodo's rate limits; default false, so that tests are not slowed. */
  readonly rateLimits?: boolean;
  /**
   * Waits for the disk before each answer; default true. Without it what was answered survives
   * kill -9 as well, but not a loss of power: right for tests.
   */
  readonly fsync?: boolean;
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
  /** What is to go wrong, and when. */
  readonly faults: Pick<FaultBook, 'add' | 'list' | 'clear'>;
  /** What was asked so far, for tests that must know. */
  readonly requests: Pick<RequestLog, 'list'>;
  /** Decides what others would: reviews, inclusions into communities, late deletions. */
  readonly curator: Pick<Curator, 'list' | 'decide'>;
  /** Stops once no client holds a lease, with everything on disk. */
  close(): Promise<void>;
}

/**
 * Starts a local Zenodo.
 * @throws SandboxError NZ7001 when another holds the store, NZ7002 when the port is taken,
 * NZ7003 when the store is damaged.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const store = await Store.open(options.store, { fsync: options.fsync ?? true });
  const host = options.host ?? '127.0.0.1';
  try {
    const engine = engineOf(options, store);
    // Uploads may take hours; a connection on which nothing moves is closed instead.
    const server = createServer({ requestTimeout: 0, headersTimeout: 30_000 });
    server.setTimeout(idleTimeout, (socket) => socket.destroy());
    const url = await listen(server, options.port ?? 0, host);
    serve(server, engine, url);
    await store.lock.announce(url);
    const close = () => closeSandbox(server, engine);
    const { faults, log, curator } = engine;
    const apiUrl = `${url}/api`;
    return { url, apiUrl, token: LOCAL_TOKEN, faults, requests: log, curator, close };
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

/** Milliseconds without a byte after which a connection is closed. */
const idleTimeout = 120_000;

function engineOf(options: SandboxOptions, store: Store): Engine {
  const clock = options.clock ?? (() => new Date());
  const accounts = [localAccount, ...(options.accounts ?? [])];
  const prefix = options.prefix ?? '10.5072';
  const own = accounts.flatMap(({ communities = [] }) => communities);
  const communities = [...new Set([...own, ...(options.communities ?? [])])];
  let cite: Promise<Cite> | undefined;
  const context = (): Context => ({
    world: store.tables,
    now: clock(),
    uuid: options.ids ?? randomUUID,
    accounts,
    communities,
    prefix,
    isPrivate: isLoopback(options.host ?? '127.0.0.1'),
  });
  return {
    store,
    prefix,
    router: buildRouter(routes),
    faults: new FaultBook(new Set(routes.map(routeName))),
    limiter: new RateLimiter(options.rateLimits ?? false),
    log: new RequestLog(),
    leases: new Leases(),
    cite: () => (cite ??= loadCite()),
    context,
    report: options.report ?? ((error) => void process.stderr.write(`${String(error)}\n`)),
    curator: new Curator(store, context),
  };
}

function serve(server: Server, engine: Engine, url: string): void {
  server.on('request', (request, response) => {
    const origin = originOf(request.headers.host, url);
    if (origin === undefined || isForeignPage(request.method ?? '', request.headers.origin, url)) {
      response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' });
      return void response.end('This local Zenodo answers to this machine only.\n');
    }
    const head = requestHead(request, origin);
    const handle = /^\/sandbox(\/|$)/.test(head.path) ? control : exchange;
    handle(engine, request, response, head).catch((error: unknown) => {
      // A client that stops reading is no error of the server.
      if (!response.destroyed) engine.report(error);
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

async function closeSandbox(server: Server, { leases, store }: Engine): Promise<void> {
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
