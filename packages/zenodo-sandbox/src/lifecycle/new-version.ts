import type { Context } from '../http/call.js';
import { invalid, permissionDenied } from '../http/refusal.js';
import type { FileEntry } from '../model/file-entry.js';
import { formatDay, formatInstant } from '../model/instant.js';
import type { Content, Revision } from '../model/version.js';
import { latestPublished, nextDraft } from '../model/world.js';
import { newDraft } from './create.js';
import type { Step } from './step.js';
import { replaceFiles } from './change-draft.js';
import type { WithDraft, WithRecord } from './lookup.js';

/**
 * The draft that follows the newest version, made when there is none (contract A.6): all metadata
 * but `version` and the DOI, dated today, without files. Calling it again answers the same draft.
 */
export function openNewVersion(context: Context, from: WithRecord): Step {
  const open = nextDraft(context.world, from.concept);
  if (open !== undefined) return { version: open, changes: [] };
  const latest = latestPublished(context.world, from.concept) ?? from;
  const record = latest.record ?? from.record;
  if (record.content.pids.doi?.provider === 'external') throw permissionDenied();
  const concept = context.world.concept(from.concept);
  if (concept === undefined) throw new Error(`Version ${from.id} has no concept.`);

  const id = context.world.nextId;
  const content = contentOfNext(context, record.content);
  const drafted = newDraft(context, { id, concept: concept.id, owner: from.owner, content });
  const version = { ...drafted, ...(from.grants === undefined ? {} : { grants: from.grants }) };
  return {
    version,
    changes: [
      { put: 'next-id', value: id + 1 },
      { put: 'concept', value: { ...concept, versions: [...concept.versions, id] } },
      { put: 'version', value: version },
    ],
  };
}

function contentOfNext(context: Context, { metadata, customFields, access }: Content): Content {
  const next = { ...metadata, publication_date: formatDay(context.now) };
  Reflect.deleteProperty(next, 'version');
  return { metadata: next, customFields, access, pids: {} };
}

/** Links the files of the newest published version into a draft that has none (contract C.2). */
export function importFiles(context: Context, version: WithDraft): Step {
  if (version.draft.files.length > 0) {
    throw invalid([{ field: 'files.enabled', messages: ['Please remove all files first.'] }]);
  }
  const latest = latestPublished(context.world, version.concept);
  return replaceFiles(context, version, linkedFiles(context, latest?.record));
}

// The same stored content, so the same file id, under an entry of the new bucket.
function linkedFiles(context: Context, record: Revision | undefined): FileEntry[] {
  const now = formatInstant(context.now);
  return (record?.files ?? []).map((file) => ({
    ...file,
    versionId: context.uuid(),
    created: now,
    updated: now,
  }));
}

/** Legacy `newversion`: the draft and its files in one step; refused while an open draft has files. */
export function newVersionWithFiles(context: Context, from: WithRecord): Step {
  const opened = openNewVersion(context, from);
  const { version } = opened;
  if (version.draft === undefined) throw new Error(`Version ${version.id} has no draft.`);
  const imported = importFiles(context, { ...version, draft: version.draft });
  return { version: imported.version, changes: [...opened.changes, ...imported.changes] };
}
