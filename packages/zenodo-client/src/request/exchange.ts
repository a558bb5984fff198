import { isCodedError } from '@nx-zenodo/findings';
import { parseJsonBody } from '../answer/json-body.js';
import type { JsonBody } from '../answer/json-body.js';
import { refusalError } from '../answer/refusal.js';
import { assertOwnOrigin } from '../api-address.js';
import type { ApiAddress } from '../api-address.js';
import type { Clock, Transport } from '../transport.js';
import { effectSentence, zenodoError } from '../zenodo-error.js';
import type { Effect, ZenodoError } from '../zenodo-error.js';
import { explainBreakage } from './broken.js';
import { isRead } from './call.js';
import type { Answered, Call } from './call.js';
import { parseRateLimit, pauseBefore } from './rate-limit.js';
import type { Headers, RateLimit } from './rate-limit.js';
import { waitBeforeRepeat } from './repeat.js';
import type { Outcome, Patience, Repeating } from './repeat.js';
import { sendWithinOrigin } from './send.js';

/** Why the client waits before a request. */
export interface Waiting {
  readonly operation: string;
  readonly milliseconds: number;
  readonly reason: string;
}

/** What every exchange of one client has in common. */
export interface Line {
  readonly address: ApiAddress;
  readonly token: string | null;
  readonly userAgent: string;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly patience: Patience;
  readonly onWait: (waiting: Waiting) => void;
  /** What the last answer said; shared by all requests of the client. */
  limit: RateLimit | undefined;
}

interface Attempt {
  readonly outcome: Outcome;
  readonly status?: number;
  readonly headers?: Headers;
  readonly body?: JsonBody;
  /** Why there is no usable answer. */
  readonly reason?: string;
  readonly cause?: unknown;
}

/**
 * Sends a call, again where that is safe, and decodes the answer.
 *
 * @throws ZenodoError with `effect: 'unknown'` where the request may have taken effect
 */
export async function exchange<T>(line: Line, call: Call<T>): Promise<Answered<T>> {
  assertOwnOrigin(line.address, call.url, call.operation);
  for (let attempt = 1; ; attempt += 1) {
    await pace(line, call.operation);
    const tried = await tryOnce(line, call);
    if (tried.status !== undefined && call.success.includes(tried.status) && isUsable(tried)) {
      return decodeAnswer(call, tried);
    }
    const { operation, repeat } = call;
    const failed = { operation, repeat, attempt, reason: reasonOf(tried) };
    if (!(await waitToRepeat(line, tried.outcome, failed))) {
      throw failure(line, call, tried, attempt);
    }
  }
}

/** A request that failed, and why, as who waits is told. */
export interface FailedAttempt extends Pick<Repeating, 'repeat' | 'attempt'> {
  readonly operation: string;
  readonly reason: string;
}

/** Waits until a request may be sent again; false, at once, where it may not. */
export async function waitToRepeat(
  { clock, patience, onWait }: Line,
  outcome: Outcome,
  { operation, repeat, attempt, reason }: FailedAttempt,
): Promise<boolean> {
  const moment = { now: clock.now(), random: clock.random() };
  const milliseconds = waitBeforeRepeat(outcome, { attempt, repeat, patience, ...moment });
  if (milliseconds === undefined) return false;
  onWait({ operation, milliseconds, reason });
  await clock.sleep(milliseconds);
  return true;
}

/** Waits where the last answer said that the limit is used up. */
export async function pace(line: Line, operation: string): Promise<void> {
  const pause = Math.min(pauseBefore(line.limit, line.clock.now()), line.patience.longestWaitMs);
  if (pause === 0) return;
  line.onWait({ operation, milliseconds: pause, reason: 'the rate limit of Zenodo is used up' });
  await line.clock.sleep(pause);
  line.limit = undefined;
}

async function tryOnce<T>(line: Line, call: Call<T>): Promise<Attempt> {
  try {
    const answer = await sendWithinOrigin(line, call);
    line.limit = parseRateLimit(answer.headers, line.clock.now()) ?? line.limit;
    const body = parseJsonBody(answer.headers, withoutToken(line, await readText(answer.body)));
    const { status, headers } = answer;
    const outcome: Outcome =
      body.kind === 'foreign' && call.success.includes(status)
        ? { kind: 'foreign', headers }
        : { kind: 'answer', status, headers };
    return { outcome, status, headers, body };
  } catch (thrown) {
    if (isCodedError(thrown)) throw thrown;
    const breakage = explainBreakage(thrown);
    if (breakage === undefined) throw thrown;
    return { ...breakage, cause: thrown };
  }
}

function isUsable(tried: Attempt): boolean {
  return tried.body?.kind !== 'foreign';
}

function decodeAnswer<T>(call: Call<T>, tried: Attempt): Answered<T> {
  const json = tried.body?.kind === 'json' ? tried.body.json : undefined;
  const decoded = call.decode(json);
  if (decoded.ok) return { value: decoded.value, json };
  const problems = decoded.problems.map(({ field, message }) => `${field || 'answer'}: ${message}`);
  const effect: Effect = isRead(call) ? 'none' : 'unknown';
  throw zenodoError(
    'NZ5007',
    { operation: call.operation, effect, ...statusOf(tried) },
    {
      message: `Could not ${call.operation}: the answer has not the expected shape (${problems.join('; ')}). ${effectSentence(effect)}`,
      cure: 'Check that the API URL names a Zenodo API; if it does, its contract has changed and this tool needs an update.',
    },
  );
}

function failure<T>(line: Line, call: Call<T>, tried: Attempt, attempts: number): ZenodoError {
  const { operation } = call;
  if (tried.outcome.kind === 'unreachable') {
    return zenodoError(
      'NZ5001',
      { operation, effect: 'none' },
      {
        message: `Could not ${operation}: ${line.address.origin} cannot be reached, ${reasonOf(tried)}. Nothing was changed.`,
        cure: 'Check the API URL, the network and the proxy settings, and that the service is up.',
      },
      { cause: tried.cause },
    );
  }
  const { outcome } = tried;
  const refused = outcome.kind === 'answer' && outcome.status >= 400 && outcome.status < 500;
  const effect: Effect = refused || isRead(call) ? 'none' : 'unknown';
  if (tried.outcome.kind === 'broken') {
    return zenodoError(
      'NZ5012',
      { operation, effect },
      {
        message: `Could not ${operation}: ${reasonOf(tried)}${times(attempts)}. ${effectSentence(effect)}`,
        cure: 'Run again: the state is read first, and what was done is not done twice.',
      },
      { cause: tried.cause },
    );
  }
  const status = tried.status ?? 0;
  if (tried.body?.kind === 'foreign') {
    return zenodoError(
      'NZ5006',
      { operation, effect, status },
      {
        message: `Could not ${operation}: a proxy or another server answered ${status} with ${tried.body.contentType} instead of JSON${times(attempts)}. ${effectSentence(effect)}`,
        cure: 'Check that the API URL ends with /api and names Zenodo; a 502, 503 or 504 passes, so run again later.',
      },
    );
  }
  const json = tried.body?.kind === 'json' ? tried.body.json : undefined;
  const { origin } = line.address;
  return refusalError({ operation, status, json, effect, origin, attempts });
}

function reasonOf(tried: Attempt): string {
  if (tried.reason !== undefined) return tried.reason;
  const page = tried.body?.kind === 'foreign' ? ' with a page instead of JSON' : '';
  return `Zenodo answered ${tried.status ?? 'nothing'}${page}`;
}

function times(attempts: number): string {
  return attempts > 1 ? ` (tried ${attempts} times)` : '';
}

function statusOf(tried: Attempt): { status: number } | Record<never, never> {
  return tried.status === undefined ? {} : { status: tried.status };
}

// A service that repeats what it was sent must not bring the token into messages and receipts.
function withoutToken(line: Line, text: string): string {
  return line.token === null ? text : text.replaceAll(line.token, '[token]');
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
