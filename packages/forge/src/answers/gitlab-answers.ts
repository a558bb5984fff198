import * as v from 'valibot';
import type { ForgeAsset, ForgeRelease } from '../forge.js';
import { decode } from './decode.js';

// docs.gitlab.com, "Releases API", "Release links API".
const release = v.object({
  tag_name: v.string(),
  name: v.nullish(v.string(), ''),
  description: v.nullish(v.string(), ''),
  _links: v.optional(v.object({ self: v.optional(v.string()) })),
});
const link = v.object({
  id: v.number(),
  name: v.string(),
  url: v.string(),
  direct_asset_url: v.nullish(v.string()),
});

export function decodeGitlabRelease(value: unknown, request: string): ForgeRelease {
  return toRelease(decode(release, value, request));
}

export function decodeGitlabReleases(value: unknown, request: string): readonly ForgeRelease[] {
  return decode(v.array(release), value, request).map(toRelease);
}

/** An asset is a link; `source` is where it leads, which the API token may read. */
export interface GitlabAsset extends ForgeAsset {
  readonly source: string;
}

export function decodeGitlabLinks(value: unknown, request: string): readonly GitlabAsset[] {
  return decode(v.array(link), value, request).map((one) => ({
    id: String(one.id),
    name: one.name,
    size: null,
    sha256: null,
    complete: true,
    url: one.direct_asset_url ?? one.url,
    source: one.url,
  }));
}

function toRelease(one: v.InferOutput<typeof release>): ForgeRelease {
  return {
    id: one.tag_name,
    tag: one.tag_name,
    name: one.name ?? '',
    description: one.description ?? '',
    prerelease: null,
    draft: false,
    url: one._links?.self ?? '',
  };
}
