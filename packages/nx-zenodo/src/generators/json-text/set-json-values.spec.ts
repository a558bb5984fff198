import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setJsonValues } from './set-json-values.js';

describe('setting values in a JSON text', () => {
  it('when a key is added, its neighbour stays on its line as it was written', () => {
    const text = '{\n    // ours\n    "tui": { "enabled": false }\n}\n';
    expect(setJsonValues(text, [{ path: ['plugins'], value: ['a'] }])).toBe(
      '{\n    // ours\n    "tui": { "enabled": false },\n    "plugins": [\n        "a"\n    ]\n}\n',
    );
  });

  it('when the keys above it are missing too, they are added with it', () => {
    const text = '{\r\n\t"a": [1,2]\r\n}\r\n';
    expect(setJsonValues(text, [{ path: ['zenodo', 'recordId'], value: '7' }])).toBe(
      '{\r\n\t"a": [1,2],\r\n\t"zenodo": {\r\n\t\t"recordId": "7"\r\n\t}\r\n}\r\n',
    );
  });

  it('when a list has a line for each entry, so has what is appended', () => {
    const text = '{\n  "list": [\n    { "plugin": "a" }\n  ]\n}';
    expect(setJsonValues(text, [{ path: ['list', -1], value: 'b' }])).toBe(
      '{\n  "list": [\n    { "plugin": "a" },\n    "b"\n  ]\n}',
    );
  });

  it('whatever object it is and however it is written, the value is set and the others stay', () => {
    const key = fc.string({ minLength: 1 }).filter((name) => name !== '__proto__');
    const object = fc.dictionary(key, fc.jsonValue(), { noNullPrototype: true });
    const indent = fc.constantFrom(0, 2, 4, '\t');
    fc.assert(
      fc.property(object, key, fc.jsonValue(), indent, (before, name, value, space) => {
        const text = setJsonValues(JSON.stringify(before, null, space), [{ path: [name], value }]);
        const plain = (json: unknown): unknown => JSON.parse(JSON.stringify(json));
        expect(JSON.parse(text)).toEqual(plain({ ...before, [name]: value }));
      }),
    );
  });
});
