import { describe, expect, it } from '@jest/globals';
import type { ForgeRelease } from '../forge.js';
import { releasesToArchive } from './releases-to-archive.js';

const release = (tag: string, change: Partial<ForgeRelease> = {}): ForgeRelease => ({
  id: tag,
  tag,
  name: tag,
  description: '',
  prerelease: false,
  draft: false,
  url: '',
  ...change,
});
const releases = [
  release('v1'),
  release('v2-rc', { prerelease: true }),
  release('v3', { draft: true }),
  release('nightly', { prerelease: null }),
];
const tags = (rule = {}) => releasesToArchive(releases, rule).map(({ tag }) => tag);

describe('the releases that are archived', () => {
  it('when nothing is said, drafts and pre-releases are left out', () => {
    expect(tags()).toEqual(['v1', 'nightly']);
  });

  it('when pre-releases count, drafts still do not', () => {
    expect(tags({ prereleases: true })).toEqual(['v1', 'v2-rc', 'nightly']);
  });

  it('when tags have a shape, others are left out', () => {
    expect(tags({ tags: /^v\d/ })).toEqual(['v1']);
  });
});
