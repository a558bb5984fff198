import { describe, expect, it } from '@jest/globals';
import { toJsonSchema } from '@valibot/to-json-schema';
import { declaredChecksSchema } from './declared-check.js';
import { decodeChecks } from './decode-checks.js';
import { ValidationError } from './validation-error.js';

const refusal = (written: unknown) => {
  try {
    decodeChecks(written);
  } catch (thrown) {
    if (thrown instanceof ValidationError) return thrown.findings;
    throw thrown;
  }
  throw new Error('it was accepted');
};

describe('declared checks', () => {
  it('when a check leaves out what has a default, the default is filled in', () => {
    const [command, equals] = decodeChecks([
      { kind: 'command', name: 'builds', argv: ['make'] },
      { kind: 'equals', name: 'agree', values: [{ file: 'a.json' }, { constant: 3 }] },
    ]);
    expect(command).toMatchObject({ shell: false, exitStatus: 0, timeLimitSeconds: 60, reads: [] });
    expect(equals).toMatchObject({ values: [{ file: 'a.json', pointer: '' }, { constant: 3 }] });
  });

  it('when the list is empty, it is refused with a code of its own', () => {
    expect(refusal([]).map((found) => found.code)).toEqual(['NZ2201']);
  });

  it('when several checks are wrong, every one of them is named with its place', () => {
    const found = refusal([
      { kind: 'json', name: 'a', files: [] },
      { kind: 'ndjson', name: 'b', file: 'x', monotone: 'ts' },
      { kind: 'exists', name: 'c', paths: ['x'], typo: 1 },
    ]);
    expect(found.map(({ code, place }) => [code, place?.field])).toEqual([
      ['NZ2202', 'checks.0.files'],
      ['NZ2202', 'checks.1.monotone'],
      ['NZ2202', 'checks.2.typo'],
    ]);
  });

  it('when two checks have one name, the list is refused', () => {
    const twice = { kind: 'exists', name: 'same', paths: ['x'] };
    expect(refusal([twice, twice])[0].message).toContain('two checks of one name');
  });

  it('when the kind is unknown, the message names the kinds there are', () => {
    expect(refusal([{ kind: 'sonnet', name: 'a' }])[0].message).toContain('"json-schema"');
  });

  it('when it is turned into JSON Schema, every property is described', () => {
    const schema = toJsonSchema(declaredChecksSchema, { typeMode: 'input', errorMode: 'ignore' });
    const undescribed: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties } = node as { properties?: Record<string, object> };
      for (const [key, value] of Object.entries(properties ?? {})) {
        if (!('description' in value) && !('const' in value)) undescribed.push(`${path}.${key}`);
      }
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
    };
    walk(schema, '');
    expect(undescribed).toEqual([]);
  });
});
