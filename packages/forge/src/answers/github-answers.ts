import * as v from 'valibot';
import type { ForgeAsset, ForgeRelease } from '../forge.js';
import { decode } from './decode.js';

// docs.github.com, "REST API endpoints for releases", "… for release assets" (2022-11-28).
const release = v.object({
  id: v.number(),
  tag_name: v.string(),
  name: v.nullish(v.string(), ''),
  body: v.nullish(v.string(), ''),
  draft: v.boolean(),
  prerelease: v.boolean(),
  html_url: v.string(),
  upload_url: v.string(),
});
const asset = v.object({
  id: v.number(),
  name: v.string(),
  state: v.string(),
  size: v.number(),
  digest: v.nullish(v.string()),
  browser_download_url: v.string(),
});

/** A release and where its assets are uploaded, without the template of its query. */
export interface GithubRelease extends ForgeRelease {
  readonly uploadUrl: string;
}

export function decodeGithubRelease(value: unknown, request: string): GithubRelease {
  return toRelease(decode(release, value, request));
}

export function decodeGithubReleases(value: unknown, request: string): readonly GithubRelease[] {
  return decode(v.array(release), value, request).map(toRelease);
}

export function decodeGithubAssets(value: unknown, request: string): readonly ForgeAsset[] {
  return decode(v.array(asset), value, request).map((one) => ({
    id: String(one.id),
    name: one.name,
    size: one.size,
    sha256: /^sha256:([0-9a-f]{64})$/.exec(one.digest ?? '')?.[1] ?? null,
    // An upload that broke off stays as a `starter`.
    complete: one.state === 'uploaded',
    url: one.browser_download_url,
  }));
}

function toRelease(one: v.InferOutput<typeof release>): GithubRelease {
  return {
    id: String(one.id),
    tag: one.tag_name,
    name: one.name ?? '',
    description: one.body ?? '',
    prerelease: one.prerelease,
    draft: one.draft,
    url: one.html_url,
    uploadUrl: one.upload_url.replace(/\{[^}]*\}$/, ''),
  };
}
