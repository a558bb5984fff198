/** A tag and the version label that it names. */
export interface ReleaseTag {
  readonly tag: string;
  readonly version: string;
}

/** Why a tag is not archived, or the release that it is. */
export type TagVerdict =
  | { readonly kind: 'release'; readonly release: ReleaseTag }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** The tag has not the form of the configuration. */
  | { readonly kind: 'other' };

/** By which rules a tag is judged. */
export interface TagRules {
  /** Form of the tags; `{version}` stands for the version label. */
  readonly tags: string;
  readonly preReleases: 'skip' | 'publish';
  /** Whether a tag is one of those that are never archived. */
  readonly isSkipped: (tag: string) => boolean;
}

/** Judges a tag: its version is what stands in the place of `{version}`. */
export function judgeTag(tag: string, rules: TagRules): TagVerdict {
  const version = versionOf(tag, rules.tags);
  if (version === null) return { kind: 'other' };
  if (rules.isSkipped(tag)) {
    return { kind: 'skipped', reason: `\`skip\` of the configuration matches ${tag}` };
  }
  if (rules.preReleases === 'skip' && isPreRelease(version)) {
    return { kind: 'skipped', reason: `${version} is a pre-release` };
  }
  return { kind: 'release', release: { tag, version } };
}

function versionOf(tag: string, pattern: string): string | null {
  const [before = '', after = ''] = pattern.split('{version}');
  const fits = tag.startsWith(before) && tag.endsWith(after);
  const version = tag.slice(before.length, tag.length - after.length);
  return fits && version !== '' && tag.length > before.length + after.length ? version : null;
}

// Semantic Versioning 2.0.0, 9: a hyphen and identifiers behind the three numbers; a leading v is custom.
const semanticVersion =
  /^v?(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z.-]+)?$/;
// PEP 440: 1.0a1, 1.0b2, 1.0rc1, 1.0.dev3.
const pythonPreRelease = /^v?\d+(?:\.\d+)*(?:(?:a|b|rc)\d+|\.dev\d+)/;

/** Whether a version label is a pre-release by Semantic Versioning or by PEP 440. */
export function isPreRelease(version: string): boolean {
  const semantic = semanticVersion.exec(version);
  return semantic === null ? pythonPreRelease.test(version) : semantic[1] !== undefined;
}
