import { describe, expect, it } from '@jest/globals';
import { releaseFiles } from './release-files.js';

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
    expect(releaseFiles(config(), (path) => (path === 'SUMS' ? list : null))).toEqual({
      frozen: ['SUMS', 'data/c.bin', 'docs/a.md', 'docs/b.md'],
      metadata: 'zenodo.metadata.json',
      reservation: 'docs/releases/-RESERVATION.json',
      tags: [],
      gitRefs: [],
      checked: ['l.ndjson', 'r.json', 's.json', 't.json'],
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

  it('when the freeze is held in git, the tag is an input, unless it could break out of a command', () => {
    const refs = (git: object) =>
      releaseFiles(config({ version: 'v1', freeze: { git } }), () => null);
    expect(refs({})?.gitRefs).toEqual(['v1']);
    expect(refs({ tag: 'frozen/v1' })?.gitRefs).toEqual(['frozen/v1']);
    expect(refs({ tag: 'v1"; rm -rf "' })?.gitRefs).toEqual([]);
  });

  it('when a check runs a command, what it reads is not known', () => {
    const text = config({ validation: { checks: [{ kind: 'command', argv: ['make'] }] } });
    expect(releaseFiles(text, () => null)?.checked).toBeNull();
  });

  it.each(['{', '[]', '"x"', ''])(
    'when the configuration is %j, the whole project is the input',
    (text) => {
      expect(releaseFiles(text, () => null)).toBeNull();
    },
  );

  it('when a name would be read as a glob, the whole project is the input', () => {
    expect(releaseFiles(config({ artifacts: ['a[1].md'] }), () => null)).toBeNull();
  });

  it('when the list is very long, the whole project is the input', () => {
    const list = Array.from({ length: 3000 }, (_, i) => `${digest}  f${i}`).join('\n');
    expect(releaseFiles(config(), () => list)).toBeNull();
  });
});
