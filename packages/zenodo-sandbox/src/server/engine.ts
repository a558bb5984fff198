import type { Cite } from '../export/cite.js';
import type { Context } from '../http/call.js';
import type { Router } from '../http/route.js';
import type { FaultBook } from '../faults/fault-book.js';
import type { Store } from '../node/store.js';
import type { RateLimiter } from '../rate-limit/limiter.js';
import type { Curator } from './curator.js';
import type { Leases } from './leases.js';
import type { RequestLog } from './request-log.js';

/** What one running server is made of. */
export interface Engine {
  readonly store: Store;
  readonly router: Router;
  readonly faults: FaultBook;
  readonly limiter: RateLimiter;
  readonly log: RequestLog;
  readonly leases: Leases;
  readonly curator: Curator;
  readonly prefix: string;
  /** The world as it is now. */
  readonly context: () => Context;
  /** The formatter of citations, loaded once. */
  readonly cite: () => Promise<Cite>;
  /** Told of errors that are ours; requests that are merely wrong are not among them. */
  readonly report: (error: unknown) => void;
}
