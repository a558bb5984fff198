import { describe, expect, it } from '@jest/globals';
import { buildManifest, diffManifests, formatDifference } from '../index.js';
import { sampleParts } from '../testing/sample-parts.js';

const before = buildManifest(sampleParts());

function changed() {
  const { release, identity, validation, ...rest } = sampleParts();
  const [brief, ledger] = release.files;
  if (brief === undefined || ledger === undefined) throw new Error('the sample has two files');
  return buildManifest({
    ...rest,
    artifacts: ['docs/new.md'],
    identity: { ...identity, version: '1.1.0' },
    validation: {
      ...validation,
      checks: [{ name: 'there', kind: 'json', passed: true, detail: 'ok', evidence: [] }],
    },
    release: {
      ...release,
      files: [
        { ...brief, path: 'docs/moved.md' },
        { path: 'docs/new.md', size: 5, sha256: 'd'.repeat(64) },
        { ...ledger, size: 21, sha256: 'e'.repeat(64) },
      ],
    },
  });
}

describe('the difference of two manifests', () => {
  it('when nothing changed, it says so', () => {
    const difference = diffManifests(before, before);
    expect(difference).toMatchObject({
      same: true,
      fields: [],
      files: [],
      checks: [],
      unchangedFiles: 3,
    });
    expect(formatDifference(difference)).toBe('The manifests are the same.');
  });

  it('when files are added, changed and moved, each is told once', () => {
    const { files, unchangedFiles } = diffManifests(before, changed());
    expect(files.map(({ change, path }) => [change, path])).toEqual([
      ['renamed', 'docs/moved.md'],
      ['added', 'docs/new.md'],
      ['changed', 'ledger.ndjson'],
    ]);
    expect(unchangedFiles).toBe(1);
  });

  it('when it is read the other way round, what was added is removed', () => {
    const { files } = diffManifests(changed(), before);
    expect(files.map(({ change, path }) => [change, path])).toEqual([
      ['renamed', 'docs/brief.md'],
      ['removed', 'docs/new.md'],
      ['changed', 'ledger.ndjson'],
    ]);
  });

  it('when it is a table, its columns stand below each other', () => {
    const lines = formatDifference(diffManifests(before, changed())).split('\n');
    expect(lines).toEqual([
      '                 before                     after',
      'release.version  1.0.0                      1.1.0',
      'totals.files     3                          4',
      'totals.bytes     170                        176',
      '> docs/moved.md  docs/brief.md              10 B aaaaaaaaaaaa covered',
      '+ docs/new.md                               5 B dddddddddddd artifact',
      '~ ledger.ndjson  20 B bbbbbbbbbbbb covered  21 B eeeeeeeeeeee covered',
      'check here       passed: 1 file             –',
      'check there      –                          passed: ok',
      '1 files unchanged',
    ]);
  });
});
