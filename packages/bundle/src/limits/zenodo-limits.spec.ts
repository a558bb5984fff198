import { describe, expect, it } from '@jest/globals';
import { checkZenodoLimits, zenodoLimits } from './zenodo-limits.js';

const upload = (key: string, size = 1, path = `dir/${key}`) => ({ key, path, size });
const codes = (uploads: ReturnType<typeof upload>[]) =>
  checkZenodoLimits(uploads).map(({ code }) => code);

describe("Zenodo's limits", () => {
  it('when a record is just at every limit, nothing is found', () => {
    const uploads = Array.from({ length: 100 }, (_, index) => upload(`f${index}`, 500_000_000));
    expect(codes([...uploads.slice(1), upload('é'.repeat(255), 500_000_000)])).toEqual([]);
    expect(zenodoLimits).toEqual({ files: 100, bytes: 50e9, keyLength: 255 });
  });

  it('when there is one file or one byte too many, that is told with the numbers', () => {
    const many = Array.from({ length: 101 }, (_, index) => upload(`f${index}`));
    expect(checkZenodoLimits(many)[0]?.message).toContain('101 files');
    expect(codes([upload('a', 25e9), upload('b', 25e9 + 1)])).toEqual(['NZ4002']);
  });

  it.each(['a/b', 'a\\b', '', '.', '..', 'a\nb', ' a', 'a ', 'e\u0301', '𝒳'.repeat(256)])(
    'when the key is %j, it is refused',
    (key) => {
      expect(codes([upload(key)])).toEqual(['NZ4004']);
    },
  );

  it.each(['a b.txt', 'Σ–x.md', '𝒳'.repeat(255), '.zenodo.json', 'a#b?c%d'])(
    'when the key is %j, it is taken',
    (key) => {
      expect(codes([upload(key)])).toEqual([]);
    },
  );

  it('when a file is empty or two have one base name, each is told with its file', () => {
    const found = checkZenodoLimits([upload('a', 0), upload('b', 1, 'x/b'), upload('b', 1, 'y/b')]);
    expect(found.map(({ code, place }) => [code, place?.file])).toEqual([
      ['NZ4003', 'dir/a'],
      ['NZ4005', 'y/b'],
    ]);
  });
});
