import { extensionOf, guessMediaType } from '../../bucket/media-type.js';
import { formatCommunity } from '../../community/community-json.js';
import type { FieldError } from '../../http/refusal.js';
import { isCompleted, type CompletedFile } from '../../model/file-entry.js';
import type { Addresses } from '../../model/links.js';
import { noAccessRequests, type Revision, type Version } from '../../model/version.js';
import { nextDraft, publishedVersions, type World } from '../../model/world.js';
import { accessStatus } from '../../search/document.js';
import { fileLinks } from '../files/file-list.js';
import { draftLinks, recordLinks } from './record-links.js';
import { uiOf } from './record-ui.js';
import { tellMetadata } from './told-metadata.js';

/** What a reader may see of a record beside what everybody sees. */
export interface Reader {
  /** True for those who may edit it. */
  readonly edits: boolean;
  /** True for those who may read its files; others are told of none. */
  readonly readsFiles: boolean;
}

/** The native face of the records API, `application/vnd.inveniordm.v1+json` (contract C.5). */
export function formatRdmRecord(
  world: World,
  version: Version,
  shown: Revision,
  addresses: Addresses,
  { edits, readsFiles }: Reader,
  errors?: readonly FieldError[],
): object {
  const concept = world.concept(version.concept);
  const isDraft = shown === version.draft;
  const { customFields, access, pids } = shown.content;
  const metadata = tellMetadata(shown.content.metadata);
  return {
    id: String(version.id),
    created: version.created,
    updated: shown.updated,
    revision_id: shown.revision,
    links: isDraft
      ? draftLinks(version, shown, addresses)
      : recordLinks(version, shown, concept?.doi, addresses),
    parent: parentOf(world, version, addresses),
    pids,
    metadata,
    custom_fields: withoutRequests(customFields),
    access: { ...access, embargo: embargoOf(shown), status: accessStatus(shown) },
    files: readsFiles ? filesOf(version, shown, addresses) : { enabled: true },
    media_files: readsFiles
      ? { enabled: false, order: [], count: 0, total_bytes: 0, entries: {} }
      : { enabled: false },
    versions: versionsOf(world, version, edits),
    is_published: version.record !== undefined,
    ...(isDraft ? { expires_at: null } : {}),
    is_draft: isDraft,
    status: statusOf(version, isDraft, world),
    deletion_status: {
      is_deleted: version.deleted !== undefined,
      status: version.deleted ? 'D' : 'P',
    },
    stats: { this_version: noStatistics, all_versions: noStatistics },
    swh: {},
    ...(version.deleted === undefined ? {} : { tombstone: version.deleted }),
    ...(errors === undefined || errors.length === 0 ? {} : { errors }),
    ui: uiOf(shown, version, metadata),
  };
}

const noStatistics = {
  views: 0,
  unique_views: 0,
  downloads: 0,
  unique_downloads: 0,
  data_volume: 0,
};

function parentOf(world: World, version: Version, { site }: Addresses): object {
  const concept = world.concept(version.concept);
  const doi = concept?.doi;
  const ids = concept?.communities ?? [];
  const review = version.review === undefined ? undefined : world.request(version.review);
  return {
    id: String(version.concept),
    access: {
      owned_by: { user: String(version.owner) },
      settings: concept?.settings ?? noAccessRequests,
    },
    ...(review === undefined
      ? {}
      : {
          review: {
            id: review.id,
            type: review.type,
            receiver: { community: review.community },
          },
        }),
    communities: communitiesOf(ids, site),
    pids:
      doi === undefined
        ? {}
        : { doi: { identifier: doi, provider: 'datacite', client: 'datacite' } },
  };
}

// Within a record communities are told without their links.
function communitiesOf(ids: readonly string[], origin: string): object {
  if (ids[0] === undefined) return {};
  const entries = ids.map((id) => ({ ...formatCommunity({ origin }, id), links: {} }));
  return { ids, default: ids[0], entries };
}

// What was asked for through the legacy API is shown by that API only.
function withoutRequests(customFields: Revision['content']['customFields']): object {
  return Object.fromEntries(
    Object.entries(customFields).filter(([name]) => !name.startsWith('legacy:')),
  );
}

function embargoOf({ content: { access } }: Revision): object {
  const { embargo } = access;
  return embargo?.active === true
    ? { active: true, until: embargo.until, reason: null }
    : { active: false, reason: null };
}

function filesOf(version: Version, shown: Revision, addresses: Addresses): object {
  const completed = shown.files.filter(isCompleted);
  return {
    enabled: true,
    ...(shown.preview === undefined ? {} : { default_preview: shown.preview }),
    order: [],
    count: completed.length,
    total_bytes: completed.reduce((sum, { content }) => sum + content.size, 0),
    entries: Object.fromEntries(
      completed.map((file) => [file.key, entryOf(version, shown, file, addresses)]),
    ),
  };
}

// Shorter than the entry that the list of files has (answers of Zenodo recorded in 2025).
function entryOf(version: Version, shown: Revision, file: CompletedFile, addresses: Addresses) {
  return {
    id: file.content.id,
    checksum: `md5:${file.content.md5}`,
    ext: extensionOf(file.key),
    size: file.content.size,
    mimetype: guessMediaType(file.key),
    storage_class: 'L',
    key: file.key,
    metadata: file.metadata ?? null,
    access: { hidden: false },
    links: fileLinks(version, shown, file, addresses),
  };
}

// Who may not edit is not told of drafts.
function versionsOf(world: World, version: Version, edits: boolean): object {
  const published = publishedVersions(world, version.concept);
  const at = published.findIndex(({ id }) => id === version.id);
  const open = nextDraft(world, version.concept);
  return {
    index: at === -1 ? published.length + 1 : at + 1,
    is_latest: at !== -1 && at === published.length - 1,
    ...(edits
      ? {
          is_latest_draft:
            open === undefined ? at === published.length - 1 : open.id === version.id,
        }
      : {}),
  };
}

function statusOf(version: Version, isDraft: boolean, world: World): string {
  if (!isDraft || version.record !== undefined) return 'published';
  return publishedVersions(world, version.concept).length > 0 ? 'new_version_draft' : 'draft';
}
