import * as v from 'valibot';
import type { ForgeAsset, ForgeRelease } from '../forge.js';
import { decode } from './decode.js';

// Forgejo and Gitea, /api/swagger, "repository": Release and Attachment.
const release = v.object({
  id: v.number(),
  tag_name: v.string(),
  name: v.nullish(v.string(), ''),
  body: v.nullish(v.string(), ''),
  draft: v.nullish(v.boolean(), false),
  prerelease: v.nullish(v.boolean(), false),
  html_url: v.nullish(v.string(), ''),
});
const attachment = v.object({
  id: v.number(),
  name: v.string(),
  size: v.number(),
  browser_download_url: v.string(),
});

export function decodeForgejoRelease(value: unknown, request: string): ForgeRelease {
  return toRelease(decode(release, value, request));
}

export function decodeForgejoReleases(value: unknown, request: string): readonly ForgeRelease[] {
  return decode(v.array(release), value, request).map(toRelease);
}

export function decodeForgejoAssets(value: unknown, request: string): readonly ForgeAsset[] {
  return decode(v.array(attachment), value, request).map((one) => ({
    id: String(one.id),
    name: one.name,
    size: one.size,
    sha256: null,
    complete: true,
    url: one.browser_download_url,
  }));
}

function toRelease(one: v.InferOutput<typeof release>): ForgeRelease {
  return {
    id: String(one.id),
    tag: one.tag_name,
    name: one.name ?? '',
    description: one.body ?? '',
    prerelease: one.prerelease ?? false,
    draft: one.draft ?? false,
    url: one.html_url ?? '',
  };
}
