import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRateLimit, parseRetryAfter, pauseBefore } from './rate-limit.js';
import { defaultPatience, waitBeforeRepeat } from './repeat.js';
import type { Outcome, Repeat } from './repeat.js';

const now = Date.parse('2026-01-01T00:00:00Z');
const wait = (outcome: Outcome, repeat: Repeat, attempt = 1) =>
  waitBeforeRepeat(outcome, { attempt, repeat, patience: defaultPatience, now, random: 0.5 });
const answer = (status: number, headers = {}): Outcome => ({ kind: 'answer', status, headers });

describe('Retry-After', () => {
  it('when it is a number, it is seconds', () => {
    expect(parseRetryAfter({ 'retry-after': '7' }, now)).toBe(7000);
  });

  it('when it is a date, it is measured against the clock of the server', () => {
    const headers = {
      'retry-after': 'Thu, 01 Jan 2026 05:00:30 GMT',
      date: 'Thu, 01 Jan 2026 05:00:00 GMT',
    };
    expect(parseRetryAfter(headers, now)).toBe(30_000);
  });

  it('when its date has passed, there is nothing to wait for', () => {
    expect(parseRetryAfter({ 'retry-after': 'Wed, 31 Dec 2025 23:59:00 GMT' }, now)).toBe(0);
  });

  it('when it is neither, it is nothing', () => {
    expect(parseRetryAfter({ 'retry-after': 'soon' }, now)).toBeUndefined();
    expect(parseRetryAfter({}, now)).toBeUndefined();
  });
});

describe('the rate limit', () => {
  it('when requests are left, there is no pause', () => {
    const limit = parseRateLimit(
      { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': String(now / 1000 + 60) },
      now,
    );
    expect(pauseBefore(limit, now)).toBe(0);
  });

  it('when none is left, the pause ends with the window', () => {
    const limit = parseRateLimit(
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 + 60) },
      now,
    );
    expect(pauseBefore(limit, now)).toBe(60_000);
    expect(pauseBefore(limit, now + 61_000)).toBe(0);
  });

  it('when the window has ended already, there is no pause', () => {
    const limit = parseRateLimit({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }, now);
    expect(pauseBefore(limit, now)).toBe(0);
  });

  it.each([
    { 'x-ratelimit-remaining': '0' },
    { 'x-ratelimit-reset': '1767225600' },
    { 'x-ratelimit-remaining': 'x', 'x-ratelimit-reset': '1767225600' },
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225600 s' },
    { 'x-ratelimit-remaining': 'about 0', 'x-ratelimit-reset': '1767225600' },
  ])('when the headers are only %j, nothing is known', (headers) => {
    expect(parseRateLimit(headers, now)).toBeUndefined();
  });
});

describe('a repeat', () => {
  it('when the request may never be repeated, no outcome brings a second attempt', () => {
    const outcomes = fc.oneof(
      fc.integer({ min: 100, max: 599 }).map((status) => answer(status)),
      fc.constant<Outcome>({ kind: 'broken' }),
      fc.constant<Outcome>({ kind: 'foreign', headers: {} }),
      fc.boolean().map((lasting): Outcome => ({ kind: 'unreachable', lasting })),
    );
    fc.assert(fc.property(outcomes, (outcome) => wait(outcome, 'never') === undefined));
  });

  it('when only a refusal may be repeated, 429 is the only one', () => {
    expect(wait(answer(429), 'refused')).toBeGreaterThan(0);
    expect(wait(answer(503), 'refused')).toBeUndefined();
    expect(wait({ kind: 'broken' }, 'refused')).toBeUndefined();
  });

  it('when no connection was made just now, a safe request is repeated', () => {
    expect(wait({ kind: 'unreachable', lasting: false }, 'safe')).toBe(375);
    expect(wait({ kind: 'foreign', headers: {} }, 'safe')).toBe(375);
  });

  it('when an answer tells of something that passes, a safe request is repeated, after no other', () => {
    const passing = [408, 429, 500, 502, 503, 504];
    const statuses = Array.from({ length: 500 }, (_, at) => 100 + at);
    const repeated = statuses.filter((status) => wait(answer(status), 'safe') !== undefined);
    expect(repeated).toEqual(passing);
  });

  it('when the failure lasts, a safe request is not repeated either', () => {
    expect(wait({ kind: 'unreachable', lasting: true }, 'safe')).toBeUndefined();
    expect(wait(answer(404), 'safe')).toBeUndefined();
  });

  it('when a success carries Retry-After, a failure without it does not wait for it', () => {
    expect(wait(answer(500, { 'retry-after': '60' }), 'safe')).toBe(375);
    expect(wait(answer(429, { 'retry-after': '60' }), 'safe')).toBe(60_000);
  });

  it('when the service is down and says until when, a safe request waits for it', () => {
    expect(wait(answer(503, { 'retry-after': '60' }), 'safe')).toBe(60_000);
  });

  it('when the limit refuses without Retry-After, it waits for the end of the window', () => {
    const window = (end: number) => ({
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(now / 1000 + end),
    });
    expect(wait(answer(429, window(60)), 'refused')).toBe(60_000);
    expect(wait(answer(429, window(-60)), 'refused')).toBe(375);
    expect(wait(answer(503, window(60)), 'safe')).toBe(375);
  });

  it('when the headers hold anything at all, the wait is at least the back-off, and bounded', () => {
    const written = fc.oneof(
      fc.string(),
      fc.nat().map((n) => `in ${n}`),
      fc.nat().map((n) => `${n} s`),
      fc.nat().map(String),
    );
    const headers = fc.record(
      { 'retry-after': written, 'x-ratelimit-remaining': written, 'x-ratelimit-reset': written },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(headers, (given) => {
        const waited = wait(answer(429, given), 'refused') ?? 375;
        expect(waited).toBeGreaterThanOrEqual(375);
        expect(waited).toBeLessThanOrEqual(defaultPatience.longestWaitMs);
      }),
    );
  });

  it('when the wait is longer than patience allows, it gives up instead', () => {
    expect(wait(answer(429, { 'retry-after': '300' }), 'safe')).toBe(300_000);
    expect(wait(answer(429, { 'retry-after': '3600' }), 'safe')).toBeUndefined();
  });

  it('when the attempts are used up, it gives up', () => {
    expect(wait({ kind: 'broken' }, 'safe', defaultPatience.attempts)).toBeUndefined();
  });
});
