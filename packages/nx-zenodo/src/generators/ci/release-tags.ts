/** Which tags release, and what they have before the version. */
export interface ReleaseTags {
  readonly tags: string;
  readonly tagPrefix: string;
}

/**
 * Reads both out of one release: version `v1.0` gives the tags `v*`; version `1.0` with the tag
 * `rivers@1.0` gives `rivers@*`, prefix `rivers@`; a bare `1.0` gives `*.*`.
 */
export function releaseTags(version: string, tag: string): ReleaseTags {
  const lead = /^\D*/.exec(tag)?.[0] ?? '';
  return {
    tags: lead === '' ? '*.*' : `${lead}*`,
    tagPrefix: tag.endsWith(version) ? tag.slice(0, tag.length - version.length) : '',
  };
}
