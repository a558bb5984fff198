import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseChecksumLine } from './checksum-line.js';
import { formatChecksumList } from './format-checksum-list.js';
import { ChecksumListParser, longestLine } from './list-parser.js';
import { PlainLines } from './plain-lines.js';
import { EntryCollector, parseChecksumList } from './parse-checksum-list.js';

const digest = 'ab'.repeat(32);
const codes = (list: string | Uint8Array) => parseChecksumList(list).findings.map((f) => f.code);
const paths = (list: string) => parseChecksumList(list).entries.map((entry) => entry.path);

describe('a list of sha256sum', () => {
  it('when it has text and binary marks, comments and blank lines, every digest line is an entry', () => {
    const list = `# frozen\n\n${digest}  a.md\n${digest} *b c.bin\n   \n`;
    expect(parseChecksumList(list)).toEqual({
      entries: [
        { path: 'a.md', algorithm: 'sha256', digest, line: 3 },
        { path: 'b c.bin', algorithm: 'sha256', digest, line: 4 },
      ],
      findings: [],
    });
  });

  it('when lines end in CRLF, digits are upper case and a byte order mark stands first, it reads the same', () => {
    expect(parseChecksumList(`\uFEFF${digest.toUpperCase()}  a.md\r\n`).entries).toEqual([
      { path: 'a.md', algorithm: 'sha256', digest, line: 1 },
    ]);
  });

  it('when a name is escaped, it reads the name behind it', () => {
    expect(paths(`\\${digest}  a\\\\n\\nb\\r\n`)).toEqual(['a\\n\nb\r']);
  });

  it('when the last line has no line feed, it is read', () => {
    expect(paths(`${digest}  a`)).toEqual(['a']);
  });

  it.each([
    ['no digest', 'docs/a.md\n'],
    ['a digest that is too short', `${digest.slice(2)}  a\n`],
    ['something before its digest', `x${digest}  a\n`],
    ['no name', `${digest}\n`],
    ['a false escape', `\\${digest}  a\\x\n`],
    ['a line that never ends', `${digest}  ${'x'.repeat(longestLine)}\n`],
  ])('when a line has %s, it is malformed and named by its number', (_, text) => {
    const { entries, findings } = parseChecksumList(`# one\n${text}${digest}  z\n`, 'S.sha256');
    expect(findings).toMatchObject([{ code: 'NZ1004', place: { file: 'S.sha256', line: 2 } }]);
    expect(entries).toMatchObject([{ path: 'z', line: 3 }]);
  });

  it('when a line that is too long comes in chunks of any size, it alone is malformed', () => {
    const name = fc.constantFrom('x', ' x');
    fc.assert(
      fc.property(name, fc.integer({ min: 1000, max: 3 * longestLine }), (unit, size) => {
        const endless = `${digest}  ${unit.repeat(longestLine)}`;
        const bytes = Buffer.from(`${digest}  a\n${endless}\n${digest}  b\n${endless}`);
        const collector = new EntryCollector();
        const parser = new ChecksumListParser('-', collector);
        for (let at = 0; at < bytes.length; at += size) parser.push(bytes.subarray(at, at + size));
        parser.end();
        const { entries, findings } = collector;
        expect(entries.map((one) => [one.path, one.line])).toEqual([
          ['a', 1],
          ['b', 3],
        ]);
        expect(findings.map((one) => [one.code, one.place?.line])).toEqual([
          ['NZ1004', 2],
          ['NZ1004', 4],
        ]);
        expect(findings[0]?.message).toContain(`longer than ${longestLine} bytes`);
      }),
      { numRuns: 40 },
    );
  });

  it.each(['x', 'é'])('when a line of %s is exactly as long as may be, it is read', (unit) => {
    const fits = `${digest}  ${unit}${'x'.repeat(longestLine - 66 - Buffer.byteLength(unit))}`;
    for (const end of ['', '\n']) {
      expect(paths(`${fits}${end}`)).toHaveLength(1);
      expect(codes(`${fits}x${end}`)).toEqual(['NZ1004']);
    }
  });

  it('when a line is not UTF-8, it is malformed', () => {
    expect(codes(Buffer.concat([Buffer.from(`${digest}  `), Buffer.from([0xff, 10])]))).toEqual([
      'NZ1004',
    ]);
  });

  it('when a digest is weak, it is named and refused', () => {
    expect(codes(`${'a'.repeat(32)}  a\n${'a'.repeat(40)}  a\n`)).toEqual(['NZ1017', 'NZ1017']);
  });

  it('when a path leaves the root, it is refused and no entry', () => {
    expect(parseChecksumList(`${digest}  ../x\n${digest}  /x\n`)).toMatchObject({
      entries: [],
      findings: [{ code: 'NZ1007' }, { code: 'NZ1007' }],
    });
  });

  it('when any names are written, reading the list gives them back', () => {
    const name = fc
      .string({ unit: fc.constantFrom('a', '\\', '\n', '\r', ' ', '*', '#', 'é', '\u{1F600}') })
      .filter((text) => /^[^\\]/.test(text));
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const list = formatChecksumList(names.map((path) => ({ path, digest })));
        expect(paths(list)).toEqual(names);
      }),
    );
  });

  it('when a line can be read fast, the grammar reads the same', () => {
    const part = fc.constantFrom('a', '/', '.', '*', ' ', '\\', '#', 'é', '\t', 'A');
    const body = fc.tuple(fc.constantFrom(digest, digest.toUpperCase()), fc.array(part));
    fc.assert(
      fc.property(body, fc.constantFrom('  ', ' *', ' '), ([hex, parts], mark) => {
        const text = `${hex}${mark}${parts.join('')}`;
        const plain = new PlainLines(Buffer.from(`${text}\n`).toString('latin1')).at(0);
        if (plain === undefined) return;
        expect(parseChecksumLine(text)).toEqual({ kind: 'entries', entries: [plain.entry] });
      }),
    );
    expect(new PlainLines(`${digest}  a\n`).at(0)?.end).toBe(68);
  });

  it('when a list comes in chunks of any size, it reads as in one piece', () => {
    const text = [`${digest}  a`, `\\${digest}  b\\n`, '# c', 'bad', `${digest} *é`, ''];
    const bytes = Buffer.from(fc.sample(fc.constantFrom(...text), 40).join('\n'));
    const whole = parseChecksumList(bytes);
    for (let size = 1; size < 90; size += 1) {
      const collector = new EntryCollector();
      const parser = new ChecksumListParser('-', collector);
      for (let at = 0; at < bytes.length; at += size) {
        // The reader overwrites its chunks: so does this one.
        const chunk = Buffer.from(bytes.subarray(at, at + size));
        parser.push(chunk);
        chunk.fill(0);
      }
      parser.end();
      expect({ entries: collector.entries, findings: collector.findings }).toEqual(whole);
    }
  });

  it('when any bytes are read, it never throws and accounts for every line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        parseChecksumList(bytes);
      }),
    );
  });
});
