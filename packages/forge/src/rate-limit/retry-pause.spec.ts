import { describe, expect, it } from '@jest/globals';
import { nextPage } from '../answers/next-page.js';
import { retryPause } from './retry-pause.js';

const now = Date.parse('2026-01-01T00:00:00Z');
const pause = (status: number, headers: Record<string, string> = {}, attempt = 0) =>
  retryPause({ status, headers }, now, attempt);

describe('the pause that a refusal asks for', () => {
  it.each([
    [429, { 'retry-after': '5' }, 5],
    [429, { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }, 9],
    [429, { 'ratelimit-reset': String(now / 1000 + 12) }, 12],
    [429, {}, 60],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1000 - 5) }, 0],
    [403, { 'retry-after': '30' }, 30],
    [403, { 'x-ratelimit-remaining': '17' }, null],
    [502, {}, 1],
    [503, { 'retry-after': '4' }, 4],
    [500, {}, null],
    [404, {}, null],
    [200, {}, null],
  ])('when the answer is %i with %j, it is %j seconds', (status, headers, seconds) => {
    expect(pause(status, headers)).toBe(seconds);
  });

  it('when a fault goes on, the pauses grow', () => {
    expect([0, 1, 2].map((attempt) => pause(502, {}, attempt))).toEqual([1, 2, 4]);
  });
});

describe('the next page of a list', () => {
  it.each([
    ['<https://x/?page=2>; rel="next", <https://x/?page=5>; rel="last"', 'https://x/?page=2'],
    ['<https://x/?page=1>; rel="prev",<https://x/?page=3>; rel=next', 'https://x/?page=3'],
    ['<https://x/?a=1,2&page=3>; title="a"; rel="next"', 'https://x/?a=1,2&page=3'],
    ['<https://x/?page=1>; rel="first"', null],
    [undefined, null],
    ['garbage', null],
  ])('when the Link header is %j, it is %j', (link, url) => {
    expect(nextPage(link)).toBe(url);
  });
});
