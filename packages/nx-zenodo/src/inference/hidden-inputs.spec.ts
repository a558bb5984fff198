import { describe, expect, it } from '@jest/globals';
import { allOf, hiddenBelow, hiddenInputs } from './hidden-inputs.js';

const hide = (paths: string[]) => hiddenInputs(['seen', ...paths], new Set(paths));

describe('files that Nx does not hash', () => {
  it('when there are none, nothing is added', () => {
    expect(hide([])).toEqual({ cache: true, inputs: [] });
  });

  it('when there are some, git digests them', () => {
    expect(hide(['r/data/a b.bin', 'r/é'])).toEqual({
      cache: true,
      inputs: [{ runtime: 'git hash-object --no-filters -- "./r/data/a b.bin" "./r/é"' }],
    });
  });

  it.each([
    ['very many', Array.from({ length: 51 }, (_, at) => `f${at}`)],
    [
      'too long for a command line',
      Array.from({ length: 50 }, (_, at) => `${at}`.padEnd(200, 'x')),
    ],
    ['able to break out of a command', ['$(touch x)']],
    ['able to break out of quotes', ['a"; touch x; "']],
  ])('when they are %s, the result is not cached', (_case, paths) => {
    expect(hide(paths)).toEqual({ cache: false, inputs: [] });
  });

  it('when it could not be found out, the result is not cached', () => {
    expect(hiddenInputs(['a'], null).cache).toBe(false);
    expect(hiddenInputs(null, new Set()).cache).toBe(false);
  });

  it('when a glob is read, names and digests of what is ignored in its folder count', () => {
    const { cache, inputs } = hiddenBelow('r/docs');
    expect(cache).toBe(true);
    expect(inputs).toEqual([
      { runtime: expect.stringMatching(/ls-files .*-i .*-- "r\/docs" [^|]*$/) },
      {
        runtime: expect.stringMatching(/ls-files .*\| git hash-object --no-filters --stdin-paths$/),
      },
    ]);
    expect(hiddenBelow('`touch x`').cache).toBe(false);
  });

  it('when one of several parts is not cached, none is', () => {
    const inputs = ['a'];
    const parts = [true, false].map((cache) => ({ cache, inputs }));
    expect(allOf(parts)).toEqual({ cache: false, inputs: ['a', 'a'] });
  });
});
