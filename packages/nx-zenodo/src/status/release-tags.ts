import type { ReleaseTag } from '@nx-zenodo/finalize';
import picomatch from 'picomatch';
import type { TagVerdict } from '../archive/release-tag.js';

/** How the tags of one release are told from all others of its repository. */
export interface TagRule {
  /** Tag and version of the release that stands. */
  readonly tag: string;
  readonly version: string;
  /** Globs of tags that are not releases. */
  readonly ignored: readonly string[];
}

/**
 * The tags that name a version of this release: those that are written as its own tag is. Where that is the bare
 * version, a tag with the name of a package before its version (`core@1.0`, `core/v1.0`) belongs to another.
 */
export function releaseTags(
  tags: readonly { readonly tag: string; readonly commit: string }[],
  { tag: own, version, ignored }: TagRule,
): readonly ReleaseTag[] {
  const prefix = own.endsWith(version) ? own.slice(0, own.length - version.length) : '';
  const isIgnored = picomatch([...ignored]);
  return tags
    .filter(({ tag }) => tag.startsWith(prefix) && !(ignored.length > 0 && isIgnored(tag)))
    .filter(({ tag }) => /^v?\d/i.test(tag.slice(prefix.length)))
    .map(({ tag, commit }) => ({ tag, commit, version: tag.slice(prefix.length) }));
}

/**
 * The tags that have the form of an archive. One that is skipped or ignored wants no record, but may have one from
 * before, so that it stays in.
 */
export function archiveTags(
  tags: readonly { readonly tag: string; readonly commit: string }[],
  judge: (tag: string) => TagVerdict,
  ignored: readonly string[],
): readonly ReleaseTag[] {
  const isIgnored = ignored.length === 0 ? () => false : picomatch([...ignored]);
  return tags.flatMap(({ tag, commit }): readonly ReleaseTag[] => {
    const verdict = judge(tag);
    if (verdict.kind === 'other') return [];
    if (verdict.kind === 'skipped') return [{ tag, commit, prerelease: true }];
    return [{ tag, commit, version: verdict.release.version, prerelease: isIgnored(tag) }];
  });
}
