import { MovingWindow, type Allowance, type RateLimit } from './moving-window.js';

const minute = (count: number): RateLimit => ({ count, seconds: 60 });
const hour = (count: number): RateLimit => ({ count, seconds: 3600 });

// Numbers of http contract 0.6, of the code where the documents differ.
const guest = [minute(133), hour(8000)];
const authenticated = [minute(100), hour(5000)];
const byRoute = new Map<string, readonly RateLimit[]>([
  ['GET /api/records', [minute(30)]],
  ['GET /api/communities/:community/records', [minute(30)]],
  ['GET /oai2d', [minute(30)]],
  ['GET /badge/:kind/:title+', [minute(120)]],
  ['GET /badge/:repository', [minute(120)]],
  ['GET /api/iiif/:image+/:region/:size/:rotation/:file', [{ count: 20, seconds: 1 }]],
]);

/** Callers that were not heard of for this long are forgotten. */
const forgetAfter = 3_600_000;

interface Caller {
  readonly windows: readonly MovingWindow[];
  seen: number;
}

/** Zenodo's limits: a moving window for each browser or client name at each address. */
export class RateLimiter {
  readonly #enforced: boolean;
  readonly #callers = new Map<string, Caller>();

  constructor(enforced: boolean) {
    this.#enforced = enforced;
  }

  /** Counts a call. Without enforcement the first limit is told and never reached. */
  call(route: string, client: string, isGuest: boolean, now: number): Allowance {
    const limits = byRoute.get(route) ?? (isGuest ? guest : authenticated);
    const [first] = limits;
    if (first === undefined) throw new Error(`No limit for ${route}.`);
    if (!this.#enforced) {
      const reset = Math.ceil(now / 1000) + first.seconds;
      return { limit: first, allowed: true, remaining: first.count - 1, reset };
    }
    const scope = byRoute.has(route) ? route : isGuest ? 'guest' : 'authenticated';
    const caller = this.#caller(`${scope}\n${client}`, limits, now);
    const looks = caller.windows.map((window) => window.look(now));
    const refused = looks.find(({ allowed }) => !allowed);
    if (refused !== undefined) return refused;
    for (const window of caller.windows) window.count(now);
    const [shown] = looks;
    if (shown === undefined) throw new Error(`No window for ${route}.`);
    return shown;
  }

  #caller(key: string, limits: readonly RateLimit[], now: number): Caller {
    if (this.#callers.size > 1000) this.#forget(now);
    const caller = this.#callers.get(key) ?? {
      windows: limits.map((limit) => new MovingWindow(limit)),
      seen: now,
    };
    caller.seen = now;
    this.#callers.set(key, caller);
    return caller;
  }

  #forget(now: number): void {
    for (const [key, { seen }] of this.#callers) {
      if (now - seen > forgetAfter) this.#callers.delete(key);
    }
  }
}

/** The headers that every answer has. `Retry-After` is there on success too (contract 0.6). */
export function rateLimitHeaders(allowance: Allowance, now: number): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(allowance.limit.count),
    'X-RateLimit-Remaining': String(allowance.remaining),
    'X-RateLimit-Reset': String(allowance.reset),
    'Retry-After': String(Math.max(0, allowance.reset - Math.floor(now / 1000))),
  };
}
