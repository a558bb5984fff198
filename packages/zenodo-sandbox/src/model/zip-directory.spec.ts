import { describe, expect, it } from '@jest/globals';
import { findZipProblem, zipLimits, type ZipMember } from './zip-directory.js';

const member = (name: string, size = 1, compressedSize = size): ZipMember => ({
  name,
  size,
  compressedSize,
  isFolder: name.endsWith('/'),
  crc: 0,
});
const problem = (...members: ZipMember[]) => findZipProblem({ count: members.length, members });

describe('findZipProblem', () => {
  it('when a zip is within the limits, it has none', () => {
    expect(problem(member('a/'), member('a/b..c.txt', 200, 1), member('empty', 0))).toBeUndefined();
  });

  it.each(['/etc/passwd', '../a', 'a/../b', '..\\a', 'a/..'])(
    'when a member is called %s, it is that',
    (name) => {
      expect(problem(member(name))).toBe(`Path traversal in ZIP entry: ${name}`);
    },
  );

  it('when there are too many, too large or too dense members, it is told which', () => {
    expect(findZipProblem({ count: zipLimits.entries + 1, members: [] })).toBe(
      'Too many files in ZIP: 10001 > 10000',
    );
    expect(problem(member('bomb', 201, 1))).toBe('Suspicious compression ratio 201.0 in bomb');
    const half = zipLimits.unpackedBytes / 2;
    expect(problem(member('a', half), member('b', half), member('c'))).toBe(
      'Total uncompressed size limit exceeded',
    );
  });
});
