import { describe, expect, it } from '@jest/globals';
import { filesInWords } from './files.js';

describe('files in words', () => {
  it('when every size is known, it gives their sum', () => {
    expect(
      filesInWords([
        { key: 'a', size: 1000 },
        { key: 'b', size: 500 },
      ]),
    ).toMatch(/^2 files, 1\.5/);
  });

  it('when one size is not known, it claims no sum', () => {
    expect(filesInWords([{ key: 'a', size: 1000 }, { key: 'b' }])).toBe('2 files, size not known');
  });

  it('when there are no files, they have no bytes', () => {
    expect(filesInWords([])).toMatch(/^0 files, 0/);
  });
});
