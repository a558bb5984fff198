import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCanonicalJson } from './canonical-json.js';
import { locate } from './json-pointer.js';
import { parseJson } from './json-text.js';
import { roundDecimals, sum } from './number.js';
import { compareTimeStamps, parseTimeStamp } from './time-stamp.js';

describe('JSON Pointer', () => {
  // The examples of RFC 6901, section 5.
  const document = { foo: ['bar', 'baz'], '': 0, 'a/b': 1, 'm~n': 8, ' ': 7, 'c%d': 2 };
  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/m~0n', 8],
    ['/ ', 7],
    ['/c%d', 2],
  ])('when the pointer is %j, it finds the value of the standard', (pointer, value) => {
    expect(locate(document, pointer)).toEqual({ found: true, value });
  });

  it.each(['/foo/2', '/foo/00', '/foo/-', '/nothing', '/foo/0/x', '/__proto__', '/foo/length'])(
    'when nothing of its own stands at %s, it says so',
    (pointer) => {
      expect(locate(document, pointer)).toEqual({ found: false });
    },
  );
});

describe('JSON text', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('when the text is broken, it names line, column and problem in the same words everywhere', () => {
    expect(parseJson(bytes('{\n  "a": 1,\n  b: 2\n}'))).toEqual({
      ok: false,
      line: 3,
      column: 3,
      problem: 'invalid symbol',
    });
    expect(parseJson(bytes(''))).toMatchObject({ ok: false, line: 1, column: 1 });
    expect(parseJson(bytes('{"a": 1 /* no */}'))).toMatchObject({ ok: false, line: 1 });
  });

  it('when the bytes are not UTF-8 or begin with a mark, it is no JSON', () => {
    expect(parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ ok: false });
    expect(parseJson(bytes('\uFEFF{}'))).toMatchObject({ ok: false });
  });

  it('when any JSON value is written canonically, it reads back as itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = formatCanonicalJson(value);
        const back = parseJson(bytes(text));
        expect(back.ok && formatCanonicalJson(back.value)).toBe(text);
      }),
    );
  });
});

describe('numbers', () => {
  it.each([
    [1.005, 2, 1.01],
    [82.25, 1, 82.3],
    [-82.25, 1, -82.3],
    [86.04999, 1, 86],
    [1e21, 3, 1e21],
    [5e-7, 6, 0.000001],
    [-0.04, 1, 0],
  ])('when %d is rounded to %d decimals, it is %d', (value, decimals, rounded) => {
    expect(roundDecimals(value, decimals)).toBe(rounded);
  });

  it('when small numbers follow a large one, none is lost', () => {
    expect(sum([1e16, 1, 1, -1e16])).toBe(2);
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });
});

describe('time stamps', () => {
  const compare = (a: unknown, b: unknown) => {
    const [left, right] = [parseTimeStamp(a), parseTimeStamp(b)];
    if (left === undefined || right === undefined) throw new Error('no time stamp');
    return Math.sign(compareTimeStamps(left, right));
  };

  it.each([
    ['2025-01-01T00:00:00Z', '2025-01-01T01:00:00+01:00', 0],
    ['2025-01-01T00:00:00.000001Z', '2025-01-01T00:00:00.000002Z', -1],
    ['2025-01-01T00:00:00.1Z', '2025-01-01T00:00:00.10Z', 0],
    ['2025-01-02', '2025-01-01T23:59:59', 1],
    ['2025-01-01 10:00', '2025-01-01T10:00:00Z', 0],
    [1700000000.25, 1700000000.5, -1],
  ])('when %s is set against %s, the order is %d', (a, b, order) => {
    expect(compare(a, b)).toBe(order);
  });

  it.each(['yesterday', '2025-13-01', '01/02/2025', '', null, {}])(
    'when the value is %j, it is no time stamp',
    (value) => {
      expect(parseTimeStamp(value)).toBeUndefined();
    },
  );
});
