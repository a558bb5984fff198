import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareFiles, formatFileDifference, isSameFiles } from './same-files.js';

const content = fc.record({ size: fc.nat(2), md5: fc.constantFrom('0', '1') });
const files = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), content)
  .map((byKey) => Object.entries(byKey).map(([key, one]) => ({ key, ...one })));

describe('two sets of files', () => {
  it('when they are the same, name, size and md5 of every file are, in whatever order', () => {
    fc.assert(
      fc.property(files, files, (wanted, present) => {
        const texts = [wanted, present].map((list) =>
          list.map(({ key, size, md5 }) => `${key} ${size} ${md5}`).sort(),
        );
        expect(isSameFiles(wanted, present)).toBe(String(texts[0]) === String(texts[1]));
        expect(isSameFiles(wanted, [...wanted].reverse())).toBe(true);
      }),
    );
  });

  it('when they differ, every file is named with what is wrong with it, and no other', () => {
    const file = (key: string, md5 = '0') => ({ key, size: 1, md5 });
    const wanted = [file('same'), file('m1'), file('m2'), file('changed')];
    const present = [file('extra'), file('changed', '1'), file('same')];
    const shown = (...sides: Parameters<typeof compareFiles>) =>
      formatFileDifference(compareFiles(...sides));
    expect(shown(wanted, present)).toBe('missing m1, m2; changed changed; extra extra');
    expect(shown([], present.slice(0, 1))).toBe('extra extra');
    expect(shown(wanted.slice(0, 1), [])).toBe('missing same');
  });
});
