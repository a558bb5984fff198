import { describe, expect, it } from '@jest/globals';
import { safeUrl } from './url.js';

describe('an address', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['/records/1', '/records/1'],
    ['/', '/'],
    ['#main', '#main'],
    ['https://example.org/ä "', 'https://example.org/%C3%A4%20%22'],
  ])('when it is %s, it is %s', (written, safe) => {
    expect(safeUrl(written)).toBe(safe);
  });

  it.each([
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a',
    'file:///etc',
    '//a.org',
    '/\\a.org',
    '/a\\b',
    '/\t/a.org',
    'java\tscript:x',
    'records/1',
    'https://',
    'blob:https://a.org/1',
  ])('when it is %j, it is none', (written) => {
    expect(safeUrl(written)).toBeNull();
  });
});
