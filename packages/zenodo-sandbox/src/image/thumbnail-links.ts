import { isCompleted, type CompletedFile } from '../model/file-entry.js';
import type { Revision, Version } from '../model/version.js';

const imageKey = /\.(png|jpe?g|gif|tiff?|webp)$/i;

/** True for files that the IIIF image API is offered for, by their name. */
export function isImage(key: string): boolean {
  return imageKey.test(key);
}

/** Where a file is had as an image of any size (IIIF Image API 2, `/api/iiif/record:ID:KEY`). */
export function iiifBase(version: Version, isDraft: boolean, key: string, api: string): string {
  const kind = isDraft ? 'draft' : 'record';
  return `${api}/iiif/${kind}:${version.id}:${encodeURIComponent(key)}`;
}

/** Where a file is told as a page of an image collection (IIIF Presentation API 2). */
export function iiifCanvas(version: Version, isDraft: boolean, key: string, api: string): string {
  const kind = isDraft ? 'draft' : 'record';
  return `${api}/iiif/${kind}:${version.id}/canvas/${encodeURIComponent(key)}`;
}

/** The first image of a version, this many pixels wide; `undefined` when it has none. */
export function thumbnailUrl(
  version: Version,
  shown: Revision,
  width: number,
  api: string,
): string | undefined {
  const image = firstImage(shown);
  if (image === undefined) return undefined;
  const base = iiifBase(version, false, image.key, api);
  return `${base}/full/^${width},/0/default.jpg`;
}

/** Thumbnails by width, as the links of a record name them; `undefined` when it has no image. */
export function thumbnails(version: Version, shown: Revision, api: string) {
  if (firstImage(shown) === undefined) return undefined;
  const widths = [10, 50, 100, 250, 750, 1200];
  return Object.fromEntries(
    widths.map((width) => [String(width), thumbnailUrl(version, shown, width, api) ?? '']),
  );
}

function firstImage(shown: Revision): CompletedFile | undefined {
  return shown.files.filter(isCompleted).find(({ key }) => isImage(key));
}
