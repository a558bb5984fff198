import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as v from 'valibot';
import { archiveNames, repositoryOf } from './archive-names.js';
import { archiveRelease } from './archive-release.js';
import { writtenArchiveConfigSchema } from './archive-schema.js';
import { isPreRelease, judgeTag } from './release-tag.js';
import type { TagRules } from './release-tag.js';

const rules = (changes: Partial<TagRules> = {}): TagRules => ({
  tags: '{version}',
  preReleases: 'skip',
  isSkipped: () => false,
  ...changes,
});

describe('the tag of a release', () => {
  it.each([
    ['v1.0.0', '{version}', 'v1.0.0'],
    ['core@1.2', 'core@{version}', '1.2'],
    ['release-7-final', 'release-{version}-final', '7'],
  ])('when it is %s and the form is %s, the version is %s', (tag, tags, version) => {
    expect(judgeTag(tag, rules({ tags }))).toEqual({ kind: 'release', release: { tag, version } });
  });

  it.each([
    ['core@1.2', 'other@{version}'],
    ['core@', 'core@{version}'],
    ['aba', 'ab{version}ba'],
  ])('when it is %s and the form is %s, it is no tag of this archive', (tag, tags) => {
    expect(judgeTag(tag, rules({ tags }))).toEqual({ kind: 'other' });
  });

  it('when it is a pre-release or one that is skipped, it says why; pre-releases may be wanted', () => {
    expect(judgeTag('v1.0.0-rc.1', rules())).toEqual({
      kind: 'skipped',
      reason: 'v1.0.0-rc.1 is a pre-release',
    });
    expect(judgeTag('v1.0.0-rc.1', rules({ preReleases: 'publish' })).kind).toBe('release');
    const nightly = rules({ isSkipped: (tag) => tag.startsWith('nightly') });
    expect(judgeTag('nightly-7', nightly)).toMatchObject({ kind: 'skipped' });
  });

  it.each(['1.0.0-alpha', 'v2.0.0-rc.1+build', '1.0rc1', '3.2.dev4', 'v1.0a2', '0.1.0-0'])(
    'when the version is %s, it is a pre-release',
    (version) => expect(isPreRelease(version)).toBe(true),
  );
  it.each(['1.0.0', 'v1.0.0+rc', 'v0.02-final', '2024-05-01', 'final', '1.0.post1', '1.0'])(
    'when the version is %s, it is none',
    (version) => expect(isPreRelease(version)).toBe(false),
  );

  it('whatever version stands in the place, it is read back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (version) => {
        const verdict = judgeTag(
          `a${version}b`,
          rules({ tags: 'a{version}b', preReleases: 'publish' }),
        );
        expect(verdict).toMatchObject({ release: { version } });
      }),
    );
  });
});

describe('the names of an archive', () => {
  it('when the integration would name it with a slash, a hyphen stands there', () => {
    expect(archiveNames('lab/rain', 'v1.0.0', '0123456789')).toEqual({
      file: 'lab-rain-v1.0.0.zip',
      folder: 'lab-rain-0123456',
    });
    expect(archiveNames('a/b/c', 'core/1: "x"', 'abcdefghi').file).toBe('a-b-c-core-1___x_.zip');
  });

  it('when a remote leads to a forge, owner and name are known; a folder names none', () => {
    expect(repositoryOf('git@codeberg.org:lab/rain.git')).toBe('lab/rain');
    expect(repositoryOf('/srv/git/rain')).toBeNull();
    expect(repositoryOf(null)).toBeNull();
  });
});

describe('an archive as a release', () => {
  it('when a tag is archived, name, version and places follow from it', () => {
    const written = v.parse(writtenArchiveConfigSchema, {
      name: 'rain',
      description: { from: 'docs/{version}.md' },
      zenodo: { conceptRecordId: '7' },
    });
    const config = { ...written, root: '/r', file: 'zenodo.archive.json' };
    expect(archiveRelease(config, { tag: 'rain@1.0', version: '1.0' })).toMatchObject({
      root: '/r',
      name: 'rain',
      version: '1.0',
      tag: 'rain@1.0',
      description: 'docs/1.0.md',
      receipt: 'docs/releases/1.0-ZENODO.json',
      zenodo: { conceptRecordId: '7', recordId: null },
    });
  });

  it.each([
    [{ name: 'a b' }],
    [{ name: 'x', tags: 'v1' }],
    [{ name: 'x', include: ['../x'] }],
    [{ name: 'x', repository: 'rain' }],
    [{ name: 'x', relations: [{ relation: 'isPartOf' }] }],
    [{ name: 'x', relations: [{ relation: 'isPartOf', release: '/abs' }] }],
    [{ name: 'x', relations: [{ relation: 'cites', doi: '10.1/x' }] }],
  ])('when the configuration is %j, it is refused', (written) => {
    expect(v.safeParse(writtenArchiveConfigSchema, written).success).toBe(false);
  });

  it.each(['..', '.', '../core', 'packages/a', '../../x/y'])(
    'when a relation names the folder %s, it is taken',
    (release) => {
      const relations = [{ relation: 'hasPart', release }];
      expect(v.safeParse(writtenArchiveConfigSchema, { name: 'x', relations }).success).toBe(true);
    },
  );
});
