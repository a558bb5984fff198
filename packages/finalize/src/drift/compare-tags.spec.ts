import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareTags } from './compare-tags.js';
import type { DriftInputs } from './compare-tags.js';
import { compareVersions, isPrerelease } from './version-order.js';

const record = (version: string, n: number) => ({
  version,
  doi: `10.5281/zenodo.${n}`,
  conceptDoi: '10.5281/zenodo.1',
});
const tag = (name: string) => ({ tag: name, commit: 'c'.repeat(40) });
const compare = (inputs: Partial<DriftInputs>) =>
  compareTags({ tags: [], records: [], badgeDois: [], citationFileDois: [], ...inputs });
const codes = (inputs: Partial<DriftInputs>) => compare(inputs).findings.map(({ code }) => code);

describe('the order of versions', () => {
  it('when they are numbered as people do, it is theirs', () => {
    const ordered = [
      'v0.02-final',
      '0.9',
      '0.10',
      '1.0.0-alpha',
      '1.0.0-rc.1',
      '1.0.0-rc.2',
      '1.0.0',
      '1.0.1',
      '1.1',
      '2024a',
      '2024b',
    ];
    const shuffled = [...ordered].sort((a, b) => (a.at(-1)! < b.at(-1)! ? -1 : 1));
    expect(shuffled.sort(compareVersions)).toEqual(ordered);
  });

  it('whatever the versions, the order is one', () => {
    const version = fc.stringMatching(/^v?\d{1,2}([.-](\d{1,2}|rc|a|b|final|dev)){0,3}$/);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) || 0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['v1.0.0-rc.1', true],
    ['1.0.0-beta', true],
    ['1.0rc1', true],
    ['2.0a1', true],
    ['1.0.dev3', true],
    ['v0.02-final', false],
    ['1.0.0', false],
    ['2024a', false],
    ['1.0.post1', false],
  ])('when a version is called %s, being a pre-release is %s', (version, expected) => {
    expect(isPrerelease(version)).toBe(expected);
  });
});

describe('tags, records and documents', () => {
  it('when they agree, nothing is found', () => {
    expect(
      compare({
        tags: [tag('v1.0.0'), tag('v1.1.0-rc.1')],
        records: [record('1.0.0', 2)],
        badgeDois: [{ file: 'README.md', doi: '10.5281/zenodo.1' }],
        citationFileDois: [{ file: 'CITATION.cff', doi: '10.5281/ZENODO.2' }],
      }),
    ).toEqual({ findings: [], backfill: [] });
  });

  it('when tags have no record, they are planned from the oldest on, and what that does to "latest" is said', () => {
    const drift = compare({
      tags: [tag('v1.10'), tag('v1.9'), tag('v1.2')],
      records: [record('v1.9', 2)],
    });
    expect(drift.backfill.map((one) => one.tag)).toEqual(['v1.2', 'v1.10']);
    expect(drift.findings.map(({ code }) => code)).toEqual(['NZ8020', 'NZ8020', 'NZ8025']);
    expect(drift.findings[2]!.message).toContain('after v1.2 ');
  });

  it('when pre-releases count, they are planned too', () => {
    const tags = [tag('v1.0.0-rc.1'), { ...tag('v1'), prerelease: true }];
    expect(compare({ tags }).backfill).toEqual([]);
    expect(compare({ tags, includePrereleases: true }).backfill).toHaveLength(2);
  });

  it('when a record has no tag, or a version two records, that is said', () => {
    expect(
      codes({ tags: [tag('v1')], records: [record('v1', 2), record('v1', 3), record('v2', 4)] }),
    ).toEqual(['NZ8021', 'NZ8024']);
  });

  it('when a badge shows an old version or a stranger, that is said', () => {
    const records = [record('v1', 2), record('v2', 3)];
    const tags = [tag('v1'), tag('v2')];
    const badge = (n: number) => [{ file: 'README.md', doi: `10.5281/zenodo.${n}` }];
    expect(codes({ tags, records, badgeDois: badge(2) })).toEqual(['NZ8022']);
    expect(codes({ tags, records, badgeDois: badge(9) })).toEqual(['NZ8023']);
    expect(codes({ tags, records, badgeDois: badge(3) })).toEqual([]);
  });

  it('when a citation file lists old versions beside the newest, that is right; without it, it is stale', () => {
    const records = [record('v1', 2), record('v2', 3)];
    const tags = [tag('v1'), tag('v2')];
    const old = { file: 'CITATION.cff', doi: '10.5281/zenodo.2' };
    expect(
      codes({ tags, records, citationFileDois: [old, { ...old, doi: '10.5281/zenodo.3' }] }),
    ).toEqual([]);
    expect(codes({ tags, records, citationFileDois: [old] })).toEqual(['NZ8022']);
    const newest = { ...old, doi: '10.5281/zenodo.3' };
    const cited = { ...old, isCited: true };
    expect(codes({ tags, records, citationFileDois: [cited, newest] })).toEqual(['NZ8022']);
  });

  it('when tags carry the name of a package, they are matched by the version behind it', () => {
    expect(
      codes({
        tags: [tag('pkg@1.0.0'), tag('lib/v2.0')],
        records: [record('1.0.0', 2), record('v2.0', 3)],
      }),
    ).toEqual([]);
  });
});
