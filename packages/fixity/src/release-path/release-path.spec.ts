import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareCodePoints } from './code-point-order.js';
import { parseReleasePath } from './release-path.js';

describe('a path written in a list', () => {
  it.each([
    ['docs/a.md', 'docs/a.md'],
    ['./docs//a.md', 'docs/a.md'],
    ['docs/./a.md', 'docs/a.md'],
    ['..a/b..', '..a/b..'],
    ['a\\b', 'a\\b'],
    ['.ledger/x', '.ledger/x'],
    ['a//b', 'a/b'],
    ['a/b/', 'a/b'],
    ['at 12:30.txt', 'at 12:30.txt'],
    ['ab:c', 'ab:c'],
  ])('when it is %j, it reads as %j', (written, path) => {
    expect(parseReleasePath(written)).toEqual({ ok: true, path });
  });

  it.each([
    ['../x', 'NZ1007'],
    ['a/../../x', 'NZ1007'],
    ['a\\..\\x', 'NZ1007'],
    ['/etc/passwd', 'NZ1007'],
    ['\\\\host\\x', 'NZ1007'],
    ['C:/x', 'NZ1007'],
    ['c:x', 'NZ1007'],
    ['./c:x', 'NZ1007'],
    ['.//\\\\x', 'NZ1007'],
    ['a\0b', 'NZ1007'],
    ['', 'NZ1007'],
    ['./', 'NZ1007'],
    ['e\u0301.md', 'NZ1014'],
    ['\ud800.md', 'NZ1014'],
  ])('when it is %j, it is refused as %s', (written, code) => {
    expect(parseReleasePath(written)).toMatchObject({ ok: false, code });
  });

  it('when it is read, reading the result again changes nothing and never climbs', () => {
    const segment = fc.oneof(fc.constantFrom('..', '.', '', 'a', '...', 'b\\..'), fc.string());
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const reading = parseReleasePath(segments.join('/'));
        if (!reading.ok) return;
        expect(parseReleasePath(reading.path)).toEqual(reading);
        expect(reading.path.split('/')).not.toContain('..');
      }),
    );
  });
});

describe('the order of paths', () => {
  it('when any two strings are compared, it agrees with the order of their UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareCodePoints(a, b)).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});
