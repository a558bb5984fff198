import { resourceType } from '@nx-zenodo/zenodo-api';
import type { FieldError } from '../http/refusal.js';
import { isCompleted } from '../model/file-entry.js';
import { formatDay } from '../model/instant.js';
import type { Addresses } from '../model/links.js';
import type { Revision, Version } from '../model/version.js';
import { nextDraft, publishedVersions, type World } from '../model/world.js';
import { accessStatus } from '../search/document.js';
import { formatFileEntry } from './file-list.js';
import { draftLinks, recordLinks } from './record-links.js';

/** The native face of the records API, `application/vnd.inveniordm.v1+json` (contract C.5). */
export function formatRdmRecord(
  world: World,
  version: Version,
  shown: Revision,
  addresses: Addresses,
  errors?: readonly FieldError[],
): object {
  const concept = world.concept(version.concept);
  const isDraft = shown === version.draft;
  const { metadata, customFields, access, pids } = shown.content;
  return {
    id: String(version.id),
    created: version.created,
    updated: shown.updated,
    revision_id: shown.revision,
    links: isDraft
      ? draftLinks(version, shown, addresses)
      : recordLinks(version, shown, concept?.doi, addresses),
    parent: parentOf(world, version),
    pids,
    metadata,
    custom_fields: withoutRequests(customFields),
    access: { ...access, embargo: embargoOf(shown), status: accessStatus(shown) },
    files: filesOf(version, shown, addresses),
    media_files: { enabled: false, order: [], count: 0, total_bytes: 0, entries: {} },
    versions: versionsOf(world, version),
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
    ui: uiOf(shown, version),
  };
}

const noStatistics = {
  views: 0,
  unique_views: 0,
  downloads: 0,
  unique_downloads: 0,
  data_volume: 0,
};

function parentOf(world: World, version: Version): object {
  const concept = world.concept(version.concept);
  const doi = concept?.doi;
  const ids = concept?.communities ?? [];
  const review = version.review === undefined ? undefined : world.request(version.review);
  return {
    id: String(version.concept),
    access: {
      owned_by: { user: String(version.owner) },
      settings: { allow_user_requests: false, allow_guest_requests: false },
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
    communities: { ids, ...(ids[0] === undefined ? {} : { default: ids[0] }) },
    pids:
      doi === undefined
        ? {}
        : { doi: { identifier: doi, provider: 'datacite', client: 'datacite' } },
  };
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
    order: [],
    count: completed.length,
    total_bytes: completed.reduce((sum, { content }) => sum + content.size, 0),
    entries: Object.fromEntries(
      completed.map((file) => [file.key, formatFileEntry(version, shown, file, addresses)]),
    ),
  };
}

function versionsOf(world: World, version: Version): object {
  const published = publishedVersions(world, version.concept);
  const at = published.findIndex(({ id }) => id === version.id);
  const open = nextDraft(world, version.concept);
  return {
    index: at === -1 ? published.length + 1 : at + 1,
    is_latest: at !== -1 && at === published.length - 1,
    is_latest_draft: open === undefined ? at === published.length - 1 : open.id === version.id,
  };
}

function statusOf(version: Version, isDraft: boolean, world: World): string {
  if (!isDraft || version.record !== undefined) return 'published';
  return publishedVersions(world, version.concept).length > 0 ? 'new_version_draft' : 'draft';
}

function uiOf({ content: { metadata } }: Revision, version: Version): object {
  const type = resourceType(metadata.resource_type?.id ?? '');
  return {
    publication_date_l10n_medium: metadata.publication_date,
    publication_date_l10n_long: metadata.publication_date,
    created_date_l10n_long: formatDay(new Date(version.created)),
    ...(type === null ? {} : { resource_type: { id: type.id, title_l10n: type.title } }),
    description_stripped: (metadata.description ?? '').replace(/<[^>]*>/g, ''),
    version: metadata.version,
    is_draft: version.record === undefined,
  };
}
