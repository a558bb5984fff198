import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { selectFiles } from './file-selection.js';

describe('the files that globs select', () => {
  it('when a pattern is given, it takes what it matches, dotted names too, and never .git', () => {
    const all = selectFiles(picomatch, ['**/*'], ['**/*.tmp', 'build']);
    const paths = ['a', 'd/.x/y', '.git/HEAD', 'd/.git', 'a.tmp', 'build/x'];
    expect(paths.filter((path) => all.takes(path))).toEqual(['a', 'd/.x/y', 'build/x']);
    expect(['.git', 'd/.git', 'build', 'd'].filter((path) => all.reaches(path))).toEqual(['d']);
  });

  it('when a name holds a line feed, globs take it like any other', () => {
    const { takes, reaches } = selectFiles(picomatch, ['**', 'a/b*'], ['**/*.tmp']);
    expect(['x\ny.csv', 'd\ne/f', 'd/x\n.tmp'].map(takes)).toEqual([true, true, false]);
    expect(reaches('d\ne')).toBe(true);
    expect(selectFiles(picomatch, ['d*/**'], []).takes('d\ne/f\ng')).toBe(true);
  });

  it('when a folder holds a file that is taken, the folder is reached', () => {
    const segment = fc.constantFrom('a', 'b', '.c');
    const glob = fc.constantFrom('a', '*', '**', '[ab]', '.c', '{a,b/.c}', 'a*');
    fc.assert(
      fc.property(
        fc.array(segment, { minLength: 2, maxLength: 5 }),
        fc.array(glob, { minLength: 1, maxLength: 4 }),
        (path, pattern) => {
          const selection = selectFiles(picomatch, [pattern.join('/')], []);
          if (!selection.takes(path.join('/'))) return;
          for (let depth = 1; depth < path.length; depth += 1) {
            expect(selection.reaches(path.slice(0, depth).join('/'))).toBe(true);
          }
        },
      ),
    );
  });
});
