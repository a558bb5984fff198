import { describe, expect, it } from '@jest/globals';
import { RateLimiter, rateLimitHeaders } from './limiter.js';

const start = Date.UTC(2026, 10, 21, 12);
const route = 'GET /api/deposit/depositions';

describe('rate limits', () => {
  it('when an account has sent 100 requests within a minute, the next waits for the first to be a minute old', () => {
    const limiter = new RateLimiter(true);
    for (let n = 0; n < 100; n += 1) {
      expect(limiter.call(route, 'curl', false, start + n * 100).allowed).toBe(true);
    }
    const refused = limiter.call(route, 'curl', false, start + 10_000);
    expect(refused).toMatchObject({ allowed: false, remaining: 0, reset: start / 1000 + 60 });
    expect(limiter.call(route, 'curl', false, start + 60_000).allowed).toBe(true);
  });

  it('when the search is asked 31 times, it refuses before the limit of the account', () => {
    const limiter = new RateLimiter(true);
    const call = () => limiter.call('GET /api/records', 'curl', false, start);
    const allowed = Array.from({ length: 31 }, call).filter((allowance) => allowance.allowed);
    expect(allowed).toHaveLength(30);
    expect(limiter.call(route, 'curl', false, start).allowed).toBe(true);
  });

  it('when clients differ, each has its own window', () => {
    const limiter = new RateLimiter(true);
    for (let n = 0; n < 133; n += 1) limiter.call(route, 'one', true, start);
    expect(limiter.call(route, 'one', true, start).allowed).toBe(false);
    expect(limiter.call(route, 'two', true, start).allowed).toBe(true);
  });

  it('when limits are not enforced, the headers tell them all the same', () => {
    const limiter = new RateLimiter(false);
    for (let n = 0; n < 500; n += 1) limiter.call(route, 'curl', false, start);
    expect(rateLimitHeaders(limiter.call(route, 'curl', false, start), start)).toEqual({
      'X-RateLimit-Limit': '100',
      'X-RateLimit-Remaining': '99',
      'X-RateLimit-Reset': String(start / 1000 + 60),
      'Retry-After': '60',
    });
  });
});
