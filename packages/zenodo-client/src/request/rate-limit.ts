/** Header names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** What the last answer said of the rate limit. */
export interface RateLimit {
  /** Requests left in the current window. */
  readonly remaining: number;
  /** When the window ends, in milliseconds of our own clock. */
  readonly resetAt: number;
}

/**
 * `Retry-After` in milliseconds from now, in both forms (RFC 9110, 10.2.3): seconds or an HTTP date.
 * A date is measured against the `Date` header of the same answer, so that a wrong local clock does no harm.
 */
export function parseRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers['retry-after']?.trim();
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  if (Number.isNaN(date)) return undefined;
  return Math.max(0, date - serverNow(headers, now));
}

/**
 * Reads `X-RateLimit-Remaining` and `X-RateLimit-Reset` (epoch seconds of the server).
 * Zenodo sends them, and `Retry-After`, with every answer: none of them alone means "slow down".
 */
export function parseRateLimit(headers: Headers, now: number): RateLimit | undefined {
  const remaining = number(headers['x-ratelimit-remaining']);
  const reset = number(headers['x-ratelimit-reset']);
  if (remaining === undefined || reset === undefined) return undefined;
  return { remaining, resetAt: now + Math.max(0, reset * 1000 - serverNow(headers, now)) };
}

/** How long to wait, in milliseconds, before a request may be sent without being refused. */
export function pauseBefore(limit: RateLimit | undefined, now: number): number {
  if (limit === undefined || limit.remaining > 0) return 0;
  return Math.max(0, limit.resetAt - now);
}

function serverNow(headers: Headers, now: number): number {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) ? now : date;
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
