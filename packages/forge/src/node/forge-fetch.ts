import { rateLimited, strangeOrigin, unreachable } from '../findings/forge-findings.js';
import { ForgeError } from '../findings/forge-error.js';
import { isRateLimit, retryPause } from '../rate-limit/retry-pause.js';
import { explainFailure } from './network-failure.js';
import type { Fetch } from './proxied-fetch.js';

/** Time as this package needs it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Who asks, and where what makes him known may go. */
export interface Credentials {
  /** Origins that the token is sent to: those of the configured API and of its uploads. */
  readonly origins: readonly string[];
  /** Name and value of the header that carries the token; null without one. */
  readonly header: readonly [string, string] | null;
  /** Environment variable of the token, for messages. */
  readonly variable: string | null;
}

/** How a forge is asked. */
export interface Access {
  readonly credentials: Credentials;
  /** What goes over the wire, and by which way. */
  readonly wire: Fetch;
  readonly clock: Clock;
}

const tries = 4;
const mostRedirects = 5;
const longestPause = 60;
const userAgent = 'nx-zenodo-forge (+https://www.npmjs.com/package/@nx-zenodo/forge)';

/**
 * `fetch` for the API of one forge: the token goes to its origins only, redirects elsewhere are followed without
 * it, and what may be repeated is repeated after the pause that the forge asks for. A POST is repeated only where
 * the rate limit kept it from being done; a streamed body never.
 *
 * @throws ForgeError NZ8201 without an answer, NZ8205 for a rate limit that lasts, NZ8208 for a strange origin
 */
export function forgeFetch(access: Access): Fetch {
  const { origins } = access.credentials;
  return async (url, init = {}) => {
    if (!origins.includes(new URL(url).origin)) {
      throw new ForgeError([strangeOrigin(new URL(url).origin, origins.join(', '))]);
    }
    return followed(url, init, access);
  };
}

/** A download: the token is sent where it belongs, and anything else is read without it. */
export function publicFetch(access: Access): Fetch {
  return (url, init = {}) => followed(url, init, access);
}

async function followed(first: string, init: RequestInit, access: Access): Promise<Response> {
  let url = first;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const answer = await repeated(url, init, access);
    const location = answer.headers.get('location');
    const mayFollow =
      (init.method ?? 'GET') === 'GET' && answer.status >= 300 && answer.status < 400;
    if (!mayFollow || location === null) return answer;
    await answer.body?.cancel();
    url = new URL(location, url).href;
  }
  throw new ForgeError([unreachable(told(first, init), `more than ${mostRedirects} redirects`)]);
}

async function repeated(url: string, init: RequestInit, access: Access): Promise<Response> {
  const { clock } = access;
  const mayRepeat = init.body === undefined || init.body === null || typeof init.body === 'string';
  for (let attempt = 0; ; attempt += 1) {
    const last = attempt === tries - 1 || !mayRepeat;
    const answer = await once(url, init, access).catch(async (error: unknown) => {
      const { reason, lasting } = explainFailure(error);
      if (last || lasting || init.method === 'POST') {
        throw new ForgeError([unreachable(told(url, init), reason)], { cause: error });
      }
      await clock.sleep(1000 * 2 ** attempt);
      return null;
    });
    if (answer === null) continue;
    const head = { status: answer.status, headers: Object.fromEntries(answer.headers) };
    const pause = retryPause(head, clock.now(), attempt);
    if (pause === null) return answer;
    const limited = isRateLimit(head);
    if (limited && (last || pause > longestPause)) {
      await answer.body?.cancel();
      throw new ForgeError([rateLimited(told(url, init), pause)]);
    }
    if (last || pause > longestPause || (!limited && init.method === 'POST')) return answer;
    await answer.body?.cancel();
    await clock.sleep(1000 * pause);
  }
}

function once(url: string, init: RequestInit, { credentials, wire }: Access): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('user-agent', userAgent);
  headers.delete('authorization');
  if (credentials.header !== null && credentials.origins.includes(new URL(url).origin)) {
    headers.set(...credentials.header);
  }
  return wire(url, { ...init, headers: [...headers], redirect: 'manual' });
}

/** A request as messages name it: without its query, which may hold what is nobody's business. */
export function told(url: string, init: RequestInit): string {
  const { origin, pathname } = new URL(url);
  return `${init.method ?? 'GET'} ${origin}${pathname}`;
}
