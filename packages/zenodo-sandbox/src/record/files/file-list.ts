import { guessMediaType } from '../../bucket/media-type.js';
import { iiifBase, iiifCanvas, isImage } from '../../image/thumbnail-links.js';
import type { FileEntry, Multipart } from '../../model/file-entry.js';
import { formatInstant } from '../../model/instant.js';
import { encodeKeyPath, type Addresses } from '../../model/links.js';
import type { Revision, Version } from '../../model/version.js';

/** Files of a draft or record as the records API lists them (contract C.3). */
export function formatFileList(version: Version, shown: Revision, addresses: Addresses): object {
  const base = filesUrl(version, shown, addresses);
  return {
    enabled: true,
    links: { self: base, archive: `${base}-archive` },
    entries: shown.files.map((file) => formatFileEntry(version, shown, file, addresses)),
    default_preview: shown.preview ?? null,
    order: [],
  };
}

/** One entry; what is known of its bytes is absent until they are here. */
export function formatFileEntry(
  version: Version,
  shown: Revision,
  file: FileEntry,
  addresses: Addresses,
): object {
  const { content } = file;
  return {
    created: file.created,
    updated: file.updated,
    key: file.key,
    storage_class: 'L',
    ...(content === undefined
      ? {}
      : {
          checksum: `md5:${content.md5}`,
          size: content.size,
          mimetype: guessMediaType(file.key),
          version_id: file.versionId,
          file_id: content.id,
          bucket_id: version.bucket,
        }),
    status: file.status,
    ...transferOf(file),
    metadata: file.metadata ?? null,
    access: { hidden: false },
    links: fileLinks(version, shown, file, addresses),
  };
}

/** True for files whose members can be read one by one. */
export function isContainer(key: string): boolean {
  return /\.zip$/i.test(key);
}

/** `links` of a file, in the list of files and within its record. */
export function fileLinks(
  version: Version,
  shown: Revision,
  file: FileEntry,
  addresses: Addresses,
): object {
  const self = `${filesUrl(version, shown, addresses)}/${encodeKeyPath(file.key)}`;
  const isDraft = shown === version.draft;
  return {
    self,
    ...(file.multipart === undefined
      ? { content: `${self}/content` }
      : { parts: partLinks(self, file.created, file.multipart) }),
    ...(isDraft ? { commit: `${self}/commit` } : {}),
    ...(isContainer(file.key) ? { container: `${self}/container` } : {}),
    ...(isImage(file.key) ? iiifLinks(version, isDraft, file.key, addresses) : {}),
  };
}

function transferOf({ multipart }: FileEntry): object {
  if (multipart === undefined) return { transfer: { type: 'L' } };
  const { size, parts, partSize } = multipart;
  return { size, transfer: { type: 'M', parts, part_size: partSize } };
}

/** Days for which the address of a part is said to hold. */
const partDays = 14;
const mostParts = 10_000;

// They are told, and lead to a refusal: Zenodo lets nobody use them (zenodo-rdm#1443, contract C.4).
function partLinks(self: string, created: string, { parts }: Multipart): object[] {
  const expiration = formatInstant(new Date(Date.parse(created) + partDays * 86_400_000));
  return Array.from(
    { length: Math.min(Math.max(0, Math.floor(parts)), mostParts) },
    (_, index) => ({
      part: index + 1,
      url: `${self}/content/${index + 1}`,
      expiration,
    }),
  );
}

function iiifLinks(version: Version, isDraft: boolean, key: string, { api }: Addresses) {
  const base = iiifBase(version, isDraft, key, api);
  return {
    iiif_canvas: iiifCanvas(version, isDraft, key, api),
    iiif_base: base,
    iiif_info: `${base}/info.json`,
    iiif_api: `${base}/full/full/0/default.png`,
  };
}

function filesUrl(version: Version, shown: Revision, { api }: Addresses): string {
  return `${api}/records/${version.id}${shown === version.draft ? '/draft' : ''}/files`;
}
