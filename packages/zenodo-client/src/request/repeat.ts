import type { Headers } from './rate-limit.js';
import { parseRateLimit, parseRetryAfter } from './rate-limit.js';

/**
 * When a request may be sent again:
 * `safe` repeating it cannot do harm (reads, full replacements, deletes);
 * `refused` only after 429, which the limiter gives before the request is worked on;
 * `never` the caller reads the state first (publish).
 */
export type Repeat = 'safe' | 'refused' | 'never';

/** How one attempt ended. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers }
  /** An answer that is no JSON where JSON belongs: a proxy spoke, not Zenodo. */
  | { readonly kind: 'foreign'; readonly headers: Headers }
  /** No connection was made, so nothing was sent. `lasting` where a new attempt cannot help. */
  | { readonly kind: 'unreachable'; readonly lasting: boolean }
  /** The connection broke or timed out after the request began. */
  | { readonly kind: 'broken' };

/** Limits of patience. */
export interface Patience {
  /** Attempts in all. */
  readonly attempts: number;
  /** First back-off, milliseconds; doubled each time. */
  readonly backOffMs: number;
  /** Longest single wait, milliseconds, whatever a header asks for. */
  readonly longestWaitMs: number;
}

export const defaultPatience: Patience = {
  attempts: 5,
  backOffMs: 500,
  longestWaitMs: 300_000,
};

const passing = new Set([408, 429, 500, 502, 503, 504]);

/** A request that failed, as far as that decides whether it is sent again. */
export interface Repeating {
  /** How often it was sent, from 1. */
  readonly attempt: number;
  readonly repeat: Repeat;
  readonly patience: Patience;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** In [0, 1): jitter, so that parallel uploads do not return together. */
  readonly random: number;
}

/** Milliseconds to wait before the next attempt, or undefined when there shall be none. */
export function waitBeforeRepeat(
  outcome: Outcome,
  { attempt, repeat, patience, now, random }: Repeating,
): number | undefined {
  if (attempt >= patience.attempts || !mayRepeat(outcome, repeat)) return undefined;
  const backOff = patience.backOffMs * 2 ** (attempt - 1) * (0.5 + random / 2);
  const asked = outcome.kind === 'answer' ? waitAsked(outcome.status, outcome.headers, now) : 0;
  const wait = Math.max(backOff, asked);
  return wait > patience.longestWaitMs ? undefined : wait;
}

function mayRepeat(outcome: Outcome, repeat: Repeat): boolean {
  if (repeat === 'never') return false;
  if (repeat === 'refused') return outcome.kind === 'answer' && outcome.status === 429;
  if (outcome.kind === 'answer') return passing.has(outcome.status);
  return outcome.kind !== 'unreachable' || !outcome.lasting;
}

// Retry-After comes with every answer of Zenodo; it means something with 429 and 503 only.
function waitAsked(status: number, headers: Headers, now: number): number {
  if (status !== 429 && status !== 503) return 0;
  const retryAfter = parseRetryAfter(headers, now);
  if (retryAfter !== undefined) return retryAfter;
  const limit = status === 429 ? parseRateLimit(headers, now) : undefined;
  return limit === undefined ? 0 : Math.max(0, limit.resetAt - now);
}
