import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRateLimit, parseRetryAfter, pauseBefore } from './rate-limit.js';
import { defaultPatience, waitBeforeRepeat } from './repeat.js';
import type { Outcome, Repeat } from './repeat.js';

const now = Date.parse('2026-01-01T00:00:00Z');
const wait = (outcome: Outcome, repeat: Repeat, attempt = 1) =>
  waitBeforeRepeat(outcome, repeat, attempt, now, 0.5, defaultPatience);
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

  it('when the headers are no numbers, nothing is known', () => {
    expect(parseRateLimit({ 'x-ratelimit-remaining': 'x' }, now)).toBeUndefined();
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

  it('when the failure lasts, a safe request is not repeated either', () => {
    expect(wait({ kind: 'unreachable', lasting: true }, 'safe')).toBeUndefined();
    expect(wait(answer(404), 'safe')).toBeUndefined();
  });

  it('when a success carries Retry-After, a failure without it does not wait for it', () => {
    expect(wait(answer(500, { 'retry-after': '60' }), 'safe')).toBe(375);
    expect(wait(answer(429, { 'retry-after': '60' }), 'safe')).toBe(60_000);
  });

  it('when the wait is longer than patience allows, it gives up instead', () => {
    expect(wait(answer(429, { 'retry-after': '3600' }), 'safe')).toBeUndefined();
  });

  it('when the attempts are used up, it gives up', () => {
    expect(wait({ kind: 'broken' }, 'safe', defaultPatience.attempts)).toBeUndefined();
  });
});
