import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JsonDecodeError, parsePythonJson } from './python-json.js';
import { decodePythonUtf8 } from './python-utf8.js';
import { parsePythonYaml } from './yaml/construct-yaml.js';
import { PythonValueError } from './yaml/scalar-value.js';
import { PythonYamlError } from './yaml/yaml-error.js';

describe('JSON as Python reads it', () => {
  it('when JSON.parse takes a text, the value is the same', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parsePythonJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('when numbers are not finite or keys are doubled, Python does not mind', () => {
    expect(parsePythonJson('{"a": NaN, "b": -Infinity, "a": 1}')).toEqual({ a: 1, b: -Infinity });
  });

  it.each([
    ['', 'Expecting value: line 1 column 1 (char 0)'],
    ['{"a": 1,\n}', 'Expecting property name enclosed in double quotes: line 2 column 1 (char 9)'],
    ['{"a": 1 "b"}', "Expecting ',' delimiter: line 1 column 9 (char 8)"],
    ['["a\nb"]', 'Invalid control character at: line 1 column 4 (char 3)'],
    ['"a', 'Unterminated string starting at: line 1 column 1 (char 0)'],
    ['"it\\\'s"', 'Invalid \\escape: line 1 column 4 (char 3)'],
    ['1 2', 'Extra data: line 1 column 3 (char 2)'],
    ['\ufeff{}', 'Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)'],
  ])('when it is %j, Python says %s', (text, message) => {
    expect(() => parsePythonJson(text)).toThrow(message);
  });

  it('when it nests a million deep, it is refused and nothing breaks', () => {
    expect(() => parsePythonJson('['.repeat(1_000_000))).toThrow(JsonDecodeError);
  });

  it('when a key is __proto__, it is a key', () => {
    const value = parsePythonJson('{"__proto__": {"polluted": 1}}') as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('bytes as Python decodes them', () => {
  it.each([
    [
      [0x61, 0xe9, 0x62],
      "'utf-8' codec can't decode byte 0xe9 in position 1: invalid continuation byte",
    ],
    [[0x80], "'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte"],
    [[0xe2, 0x82], "'utf-8' codec can't decode byte 0xe2 in position 0: unexpected end of data"],
  ])('when they are %j, Python says %s', (bytes, message) => {
    expect(() => decodePythonUtf8(Uint8Array.from(bytes))).toThrow(message);
  });
});

describe('YAML as PyYAML reads it', () => {
  it.each<[string, unknown]>([
    ['', null],
    ['# only a comment', null],
    ['a: yes\nb: y\nc: off', { a: true, b: 'y', c: false }],
    ['a: 1.0\nb: 017\nc: 0x1F\nd: 1_000\ne: 08', { a: 1, b: 15, c: 31, d: 1000, e: '08' }],
    ['a: 12:30:45\nb: 1:2.5', { a: 45045, b: 62.5 }],
    ['a: 2021-02-28', { a: new Date('2021-02-28') }],
    ['a: ~\nb:\nc: Null', { a: null, b: null, c: null }],
    ['a: 1\na: 2', { a: 2 }],
    ['a: &x {b: 1}\nc: *x\nd: {<<: *x, e: 2}', { a: { b: 1 }, c: { b: 1 }, d: { b: 1, e: 2 } }],
    ['a: >-\n  one\n  two\n\n  three\nb: |\n  x\n   y\n', { a: 'one two\nthree', b: 'x\n y\n' }],
    ['a: "one\ntwo\n\nthree"', { a: 'one two\nthree' }],
    ["a: 'it''s'", { a: "it's" }],
    ['a: "x"#c', { a: 'x' }],
    ['- a\n- - b\n  - c\n-\n', ['a', ['b', 'c'], null]],
    ['a: [b, {c: d}, e: f]', { a: ['b', { c: 'd' }, { e: 'f' }] }],
    ['a: !!str 5\nb: ! 5', { a: '5', b: 5 }],
    ['\ufeff---\r\na: b\r\n...\r\n', { a: 'b' }],
    ['? a\n: b', { a: 'b' }],
    ['=: x', { '=': 'x' }],
    ['a: !!binary aGk=', { a: new Uint8Array([104, 105]) }],
    ['a: !!float 1.5e+3', { a: 1500 }],
    [
      '__proto__: 1\nconstructor: 2',
      Object.fromEntries([
        ['__proto__', 1],
        ['constructor', 2],
      ]),
    ],
  ])('when it is %j, it means what it means to Python', (text, value) => {
    expect(parsePythonYaml(text)).toEqual(value);
  });

  it.each([
    ['a: foo: bar', 'mapping values are not allowed here'],
    ['a: x\n\tb: y', "found character '\\t' that cannot start any token"],
    ['a: b\n---\nc: d', 'but found another document'],
    ['a: @x', "found character '@' that cannot start any token"],
    ['a: !thing x', "could not determine a constructor for the tag '!thing'"],
    ['a: "b\x07"', 'unacceptable character #x0007'],
    ['a: *x', "found undefined alias 'x'"],
    ['a: [b', "expected ',' or ']'"],
    ['a: b\n c: d', 'mapping values are not allowed here'],
    ['a: =', "could not determine a constructor for the tag 'tag:yaml.org,2002:value'"],
    ['a: |x\n  b', 'expected chomping or indentation indicators'],
    ['a: "\\q"', "found unknown escape character 'q'"],
  ])('when it is %j, PyYAML refuses: %s', (text, problem) => {
    expect(() => parsePythonYaml(text)).toThrow(PythonYamlError);
    expect(() => parsePythonYaml(text)).toThrow(problem);
  });

  it.each<[string, string]>([
    ['!!bool maybe', 'KeyError'],
    ['!!int ""', 'IndexError'],
    ['!!float x', 'ValueError'],
    ['!!int 0o17', 'ValueError'],
    ['!!timestamp soon', 'AttributeError'],
  ])('when %s is not of its tag, Python raises %s', (text, type) => {
    let raised: unknown;
    try {
      parsePythonYaml(`a: ${text}`);
    } catch (error) {
      raised = error;
    }
    expect(raised).toMatchObject({ name: 'PythonValueError', type });
  });

  it('when a key is no string, nobody can ask for it, but the mapping is not empty', () => {
    const read = parsePythonYaml('1: a\nyes: b\nc: d') as object;
    expect(read).toMatchObject({ c: 'd' });
    expect(Object.keys(read)).toHaveLength(3);
  });

  it.each(['2021-02-30', '2021-13-01', '0000-01-01'])(
    'when the date %s does not exist, Python raises',
    (date) => {
      expect(() => parsePythonYaml(`a: ${date}`)).toThrow(PythonValueError);
    },
  );

  it('when aliases multiply, values are shared and nothing grows', () => {
    const lines = ['a0: &a0 [x, x]'];
    for (let i = 1; i <= 60; i += 1) {
      lines.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}, *a${i - 1}, *a${i - 1}, *a${i - 1}]`);
    }
    const value = parsePythonYaml(lines.join('\n')) as Record<string, unknown[]>;
    expect(value['a60']?.[0]).toBe(value['a60']?.[4]);
  });

  it('when it is anything at all, it gives a value or one of two errors', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'a: ',
        '- ',
        '\n',
        '  ',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        '&a ',
        '*a',
        '!!int ',
        '|\n',
        '>\n',
        '---\n',
        '# ',
        '? ',
        ': ',
        '<<: ',
        '\t',
        '%',
        '2021-02-30',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        try {
          parsePythonYaml(pieces.join(''));
        } catch (error) {
          expect(['PythonYamlError', 'PythonValueError']).toContain((error as Error).name);
        }
        expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
