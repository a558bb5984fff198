import { isCompleted } from '../../model/file-entry.js';
import { encodeKeyPath, type Addresses } from '../../model/links.js';
import type { Revision, Version } from '../../model/version.js';
import { publishedVersions, type World } from '../../model/world.js';
import { toRecordMetadata } from './record-metadata.js';
import { legacyIdentity, stateOf } from '../../deposit/deposition.js';
import { draftLinks, recordLinks } from './record-links.js';

/** The default face of the records API: looks like the legacy one (contract D.2). */
export function formatZenodoRecord(
  world: World,
  version: Version,
  shown: Revision,
  addresses: Addresses,
): object {
  const concept = world.concept(version.concept);
  const doi = shown.content.pids.doi?.identifier;
  const isDraft = shown === version.draft;
  return {
    ...legacyIdentity(version, shown, concept?.doi),
    metadata: {
      title: shown.content.metadata.title,
      ...(doi === undefined ? {} : { doi }),
      ...toRecordMetadata(shown.content),
      ...(concept === undefined || concept.communities.length === 0
        ? {}
        : { communities: concept.communities.map((id) => ({ id })) }),
      relations: { version: [versionRelation(world, version)] },
    },
    title: shown.content.metadata.title ?? '',
    links: isDraft
      ? draftLinks(version, shown, addresses)
      : recordLinks(version, shown, concept?.doi, addresses),
    updated: shown.updated,
    recid: String(version.id),
    revision: shown.revision,
    files: shown.files.filter(isCompleted).map((file) => ({
      id: file.content.id,
      key: file.key,
      size: file.content.size,
      checksum: `md5:${file.content.md5}`,
      links: { self: contentUrl(version, isDraft, file.key, addresses) },
    })),
    swh: {},
    owners: [{ id: String(version.owner) }],
    status: isDraft ? 'draft' : 'published',
    stats: noStatistics,
    state: stateOf(version),
    submitted: version.record !== undefined,
  };
}

export function contentUrl(version: Version, isDraft: boolean, key: string, { api }: Addresses) {
  const draft = isDraft ? '/draft' : '';
  return `${api}/records/${version.id}${draft}/files/${encodeKeyPath(key)}/content`;
}

// `index` counts from 0.
function versionRelation(world: World, version: Version): object {
  const versions = publishedVersions(world, version.concept);
  const at = versions.findIndex(({ id }) => id === version.id);
  return {
    index: at === -1 ? versions.length : at,
    is_last: at === -1 || at === versions.length - 1,
    parent: { pid_type: 'recid', pid_value: String(version.concept) },
  };
}

const counted = ['downloads', 'unique_downloads', 'views', 'unique_views'];
// Nothing is counted here.
const noStatistics = Object.fromEntries(
  ['', 'version_'].flatMap((prefix) =>
    [...counted, 'volume'].map((name) => [`${prefix}${name}`, 0]),
  ),
);
