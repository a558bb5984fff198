import { describe, expect, it } from '@jest/globals';
import { formatEdtf } from './edtf-in-words.js';

describe('dates in words', () => {
  it.each([
    ['2021-06-10', 'Jun 10, 2021', 'June 10, 2021'],
    ['2021-06', 'Jun 2021', 'June 2021'],
    ['2021', '2021', '2021'],
  ])('when %s is told, it says as much as is known', (written, medium, long) => {
    expect(formatEdtf(written, 'medium')).toBe(medium);
    expect(formatEdtf(written, 'long')).toBe(long);
  });

  it('when an interval is told, it names both ends', () => {
    expect(formatEdtf('2020-11-02/2021-01-05', 'long')).toMatch(
      /^November 2, 2020.*January 5, 2021$/,
    );
  });

  it.each(['', 'soon', '2021-06-10/', '2021-13', '1/2/3'])(
    'when %p is no date, it comes back as it is',
    (written) => {
      expect(formatEdtf(written, 'long')).toBe(written);
    },
  );
});
