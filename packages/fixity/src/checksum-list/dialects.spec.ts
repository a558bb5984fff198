import { describe, expect, it } from '@jest/globals';
import { parseChecksumList } from './parse-checksum-list.js';

const digest = 'ab'.repeat(32);
const long = 'cd'.repeat(64);
const read = (lines: readonly string[], file?: string) =>
  parseChecksumList(`${lines.join('\n')}\n`, file);
const paths = (...given: Parameters<typeof read>) => read(...given).entries.map(({ path }) => path);
const found = (...given: Parameters<typeof read>) =>
  read(...given).findings.map(({ code, place }) => [code, place?.line]);

describe('a BagIt manifest', () => {
  const file = 'bag/manifest-sha256.txt';

  it('when CR, LF and % are encoded, they are read, and nothing else is, however the columns are set apart', () => {
    const names = ['a%25b', 'a%0D%0ab', 'a%20b', 'a\\nb', 'a%2525'];
    const wanted = ['a%b', 'a\r\nb', 'a%20b', 'a\\nb', 'a%25'];
    for (const between of [' ', '  ', ' *', '\t', ' \t ']) {
      const lines = names.map((name) => `${digest}${between}data/${name}`);
      const bag = [...lines, '', ' \t'];
      expect(paths(bag, file)).toEqual(wanted.map((name) => `data/${name}`));
      expect(found(bag, file)).toEqual([]);
    }
  });

  it('when a line is none of a manifest, it is malformed and named by its number', () => {
    const lines = ['data/a', digest, `x${digest} data/a`, `${digest.slice(2)} data/a`];
    const codes = lines.map((_, at) => ['NZ1004', at + 1]);
    expect(found(lines, file)).toEqual(codes);
    expect(paths(lines, file)).toEqual([]);
  });

  it('when the name says sha512 or a tag manifest, it is one; when it only looks like it, it is none', () => {
    expect(paths([`${long} a%25`], 'tagmanifest-sha512.txt')).toEqual(['a%']);
    expect(found([`${'a'.repeat(32)} a`], 'manifest-md5.txt')).toEqual([['NZ1017', 1]]);
    for (const other of ['manifest-sha256.txt.old', 'mymanifest-sha256.txt', 'manifest.txt']) {
      expect(paths([`${digest}  a%25`], other)).toEqual(['a%25']);
    }
  });
});

describe('a file of hashdeep', () => {
  const head = '%%%% HASHDEEP-1.0';
  const columns = '%%%% size,md5,sha256,filename';

  it('when it has a size, that is promised too, and a name keeps its commas', () => {
    const list = [head, columns, '## $ hashdeep', `7,${'0'.repeat(32)},${digest},a, b.txt`];
    expect(read(list)).toEqual({
      entries: [{ path: 'a, b.txt', algorithm: 'sha256', digest, size: 7, line: 4 }],
      findings: [],
    });
  });

  it('when it has two digests, both are promised; upper case is the same digest', () => {
    const list = [head, '%%%% size,sha256,sha512,filename', `0,${digest.toUpperCase()},${long},a`];
    expect(read(list).entries).toMatchObject([
      { algorithm: 'sha256', digest, size: 0 },
      { algorithm: 'sha512', digest: long, size: 0 },
    ]);
  });

  it.each([
    ['no name', `7,,${digest},`],
    ['too few columns', `7,${digest},a`],
    ['no size', `x7,,${digest},a`],
    ['a size that is no number', `7.5,,${digest},a`],
    ['a size that no file has', `${'9'.repeat(16)},,${digest},a`],
    ['a digest that is no hex', `7,,${'x'.repeat(8)}${digest.slice(8)},a`],
    ['a digest that is too short', `7,,${digest.slice(2)},a`],
    ['the form of another tool', `${digest}  a`],
    ['a second head', head],
    ['columns that nobody knows', '%%%% filename,size'],
  ])('when a line has %s, it is malformed and named by its number', (_, line) => {
    const list = [head, columns, line, `7,,${digest},z`];
    expect(found(list)).toEqual([['NZ1004', 3]]);
    expect(paths(list)).toEqual(['z']);
  });

  it('when its columns stand without its head, or behind other text, it is none', () => {
    expect(found([columns])).toEqual([['NZ1004', 1]]);
    expect(found(['%%%% something'])).toEqual([['NZ1004', 1]]);
    expect(found([`# ${head}`, columns])).toEqual([['NZ1004', 2]]);
  });

  it('when it has weak digests only, they are named', () => {
    const list = (names: string, row: string) => read([head, `%%%% size,${names}filename`, row]);
    const messages = (...given: Parameters<typeof list>) =>
      list(...given).findings.map(({ code, message }) => [code, message]);
    expect(messages('md5,sha1,', '7,0,0,a')).toEqual([
      ['NZ1017', expect.stringContaining('md5 and sha1')],
    ]);
    expect(messages('', '7,a')).toEqual([['NZ1017', expect.stringContaining('none')]]);
  });
});

describe('a line with the algorithm in it', () => {
  it('when BSD, openssl or rhash wrote it, it is read', () => {
    const lines = [
      `SHA256 (a (1).txt) = ${digest}`,
      `SHA2-256(b)= ${digest.toUpperCase()}`,
      `SHA512 (c) = ${long}`,
      `\\SHA256 (d\\ne) = ${digest}`,
      `e f.txt ${digest}`,
    ];
    expect(paths(lines)).toEqual(['a (1).txt', 'b', 'c', 'd\ne', 'e f.txt']);
    expect(read(lines).entries.map((entry) => entry.digest)).toEqual([
      digest,
      digest,
      long,
      digest,
      digest,
    ]);
    expect(found(lines)).toEqual([]);
  });

  it('when the digest is not of that algorithm, it is malformed; when it is weak, it is named', () => {
    expect(found([`SHA512 (a) = ${digest}`, `SHA256 (a) = ${long}`])).toEqual([
      ['NZ1004', 1],
      ['NZ1004', 2],
    ]);
    expect(found([`MD5 (a) = ${'0'.repeat(32)}`, `XSHA2-256 (a) = ${digest}`])).toEqual([
      ['NZ1017', 1],
      ['NZ1017', 2],
    ]);
  });
});
