import { describe, expect, it } from '@jest/globals';
import { writtenFlags } from './written-flags.js';

describe('flags as they were typed', () => {
  it.each([
    [['--releaseVersion=1.0'], '1.0'],
    [['--release-version', '1.10'], '1.10'],
    [['--releaseVersion=1', '--releaseVersion=1e3'], '1e3'],
    [['--other=1.0'], '1'],
  ])('when %j was taken for a number, it is the text %j', (argv, expected) => {
    expect(writtenFlags({ releaseVersion: 1 }, argv)).toEqual({ releaseVersion: expected });
  });

  it('when a question was answered with Enter alone, it is no answer', () => {
    expect(writtenFlags({ directory: '', skipFormat: false, name: undefined }, [])).toEqual({
      skipFormat: false,
    });
  });

  it('when it is no object, it is left to the schema', () => {
    expect(writtenFlags('x', [])).toBe('x');
  });
});
