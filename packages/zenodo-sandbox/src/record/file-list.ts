import { guessMediaType } from '../bucket/media-type.js';
import type { FileEntry } from '../model/file-entry.js';
import { encodeKeyPath, type Addresses } from '../model/links.js';
import type { Revision, Version } from '../model/version.js';

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
  const self = `${filesUrl(version, shown, addresses)}/${encodeKeyPath(file.key)}`;
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
    transfer: { type: file.transfer ?? 'L' },
    metadata: file.metadata ?? null,
    access: { hidden: false },
    links: {
      self,
      content: `${self}/content`,
      ...(shown === version.draft ? { commit: `${self}/commit` } : {}),
    },
  };
}

function filesUrl(version: Version, shown: Revision, { api }: Addresses): string {
  return `${api}/records/${version.id}${shown === version.draft ? '/draft' : ''}/files`;
}
