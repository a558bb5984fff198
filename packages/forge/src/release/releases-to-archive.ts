import type { ForgeRelease } from '../forge.js';

/** Which releases of a forge are to be archived. */
export interface ReleaseRule {
  /** Whether pre-releases count; they do not unless said otherwise. */
  readonly prereleases?: boolean;
  /** Tags that count; all by default. */
  readonly tags?: RegExp;
}

/** The releases that count by the rule: drafts never do. */
export function releasesToArchive(
  releases: readonly ForgeRelease[],
  rule: ReleaseRule = {},
): readonly ForgeRelease[] {
  return releases.filter(
    ({ draft, prerelease, tag }) =>
      !draft &&
      (rule.prereleases === true || prerelease !== true) &&
      (rule.tags === undefined || rule.tags.test(tag)),
  );
}
