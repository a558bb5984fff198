import { describe, expect, it } from '@jest/globals';
import { shardRange } from '@nx-zenodo/fixity';
import fc from 'fast-check';
import { releaseFiles, shardRows } from './release-files.js';

const digest = 'a'.repeat(64);
const config = (more: object = {}) =>
  JSON.stringify({
    signature: 'SUMS',
    artifacts: ['docs/b.md', 'docs/a.md'],
    validation: {
      checks: [
        { kind: 'json', files: ['r.json'] },
        { kind: 'equals', values: [{ file: 's.json', pointer: '/x' }, { constant: 1 }] },
        { kind: 'ndjson', file: 'l.ndjson', count: { file: 't.json', pointer: '/n' } },
      ],
    },
    ...more,
  });

describe('the inputs of a release', () => {
  it('when the signature covers more than the artifacts, all of them are inputs', () => {
    const list = `# comment\n${digest}  docs/a.md\n${digest} *data/c.bin\r\n`;
    const frozen = ['SUMS', 'data/c.bin', 'docs/a.md', 'docs/b.md'];
    expect(releaseFiles(config(), (path) => (path === 'SUMS' ? list : null))).toEqual({
      frozen: { paths: frozen, patterns: frozen },
      shards: [],
      signature: 'SUMS',
      metadata: 'zenodo.metadata.json',
      description: null,
      isRelated: false,
      reservation: 'docs/releases/-RESERVATION.json',
      tags: [],
      gitFreeze: null,
      checked: ['l.ndjson', 'r.json', 's.json', 't.json'],
      commands: false,
    });
  });

  it('when notes describe it and others are related, both are known', () => {
    const relations = [{ relation: 'isPartOf', release: '..' }];
    const more = { version: '1.0', description: { from: 'docs/{version}.md' }, relations };
    expect(releaseFiles(config(more), () => null)).toMatchObject({
      description: 'docs/1.0.md',
      isRelated: true,
    });
  });

  it('when the release has a version, its tags and its reservation are known', () => {
    expect(releaseFiles(config({ version: '1.0', tag: 'r/1' }), () => null)).toMatchObject({
      reservation: 'docs/releases/1.0-RESERVATION.json',
      tags: ['r/1', '1.0', 'v1.0'],
    });
    expect(releaseFiles(config({ version: '1', tag: '$(x)' }), () => null)?.tags).toEqual([]);
    expect(releaseFiles(config({ version: '1', receipt: 'r.json' }), () => null)?.reservation).toBe(
      'r-RESERVATION.json',
    );
  });

  it('when the freeze is held in git, tag and record are known, unless the tag could break out of a command', () => {
    const held = (git: object) =>
      releaseFiles(config({ version: 'v1', freeze: { git } }), () => null)?.gitFreeze;
    expect(held({})).toEqual({ tag: 'v1', record: null });
    expect(held({ tag: 'frozen/v1', record: 'F.json' })).toEqual({
      tag: 'frozen/v1',
      record: 'F.json',
    });
    expect(held({ tag: 'v1"; rm -rf "' })?.tag).toBeNull();
    expect(held({ tag: 'версия-1' })?.tag).toBeNull();
  });

  it('when a check runs a command, what it says it reads is known, and that it may read more', () => {
    const checks = [{ kind: 'command', argv: ['make'], reads: ['src/**'] }];
    expect(releaseFiles(config({ validation: { checks } }), () => null)).toMatchObject({
      checked: ['src/**'],
      commands: true,
    });
  });

  it('when the files are verified in shards, each has its part of the list, and the list', () => {
    const list = ['a', 'b', 'c', 'd'].map((name) => `${digest}  data/${name}`).join('\n');
    const files = releaseFiles(config({ freeze: { shards: 3 } }), () => list);
    expect(files?.shards.map((set) => set?.paths)).toEqual([
      ['SUMS', 'data/a'],
      ['SUMS', 'data/b'],
      ['SUMS', 'data/c', 'data/d'],
    ]);
  });

  it.each([1, 257, 2.5, '3'])('when the number of shards is %j, there are none', (shards) => {
    expect(releaseFiles(config({ freeze: { shards } }), () => null)?.shards).toEqual([]);
  });

  it('when a shard is counted here, it has the rows that the target verifies', () => {
    const any = fc.record({ rows: fc.nat(), of: fc.integer({ min: 2, max: 256 }), at: fc.nat() });
    fc.assert(
      fc.property(any, ({ rows, of, at }) => {
        const shard = { index: 1 + (at % of), of };
        const { first, end } = shardRange(shard, rows);
        expect(shardRows(shard, rows)).toEqual([first, end]);
      }),
    );
  });

  it.each(['{', '[]', '"x"', ''])(
    'when the configuration is %j, the whole project is the input',
    (text) => {
      expect(releaseFiles(text, () => null)).toBeNull();
    },
  );

  it('when the list is of a form that is not known here, the frozen files are not known', () => {
    expect(releaseFiles(config(), () => 'size,sha256,name\n')?.frozen).toBeNull();
  });
});
