import { describe, expect, it } from '@jest/globals';
import { checkedPaths } from './checked-paths.js';
import { decodeChecks } from './decode-checks.js';

describe('the paths that checks may read', () => {
  it('when any kind names a file, in whatever member, it is among them, once and in order', () => {
    const checks = decodeChecks([
      { name: 'a', kind: 'json', files: ['z.json', 'a.json'] },
      { name: 'b', kind: 'json-schema', files: ['a.json'], schema: 'schema.json' },
      {
        name: 'c',
        kind: 'ndjson',
        file: 'rows.ndjson',
        count: { file: 'count.json', pointer: '/n' },
      },
      { name: 'd', kind: 'ndjson', file: 'more.ndjson', count: 3 },
      {
        name: 'e',
        kind: 'equals',
        values: [{ file: 'left.json', pointer: '/a' }, { constant: 'x' }],
      },
      { name: 'f', kind: 'exists', paths: ['LICENSE'] },
      { name: 'g', kind: 'command', argv: ['node', 'x.mjs'], reads: ['x.mjs', 'data/**'] },
      { name: 'h', kind: 'all-passed' },
    ]);
    expect(checkedPaths(checks)).toEqual([
      'LICENSE',
      'a.json',
      'count.json',
      'data/**',
      'left.json',
      'more.ndjson',
      'rows.ndjson',
      'schema.json',
      'x.mjs',
      'z.json',
    ]);
  });
});
