import type { Context } from '../http/call.js';
import { permissionDenied, refuse } from '../http/refusal.js';
import type { FileEntry, Multipart, StoredContent } from '../model/file-entry.js';
import { formatInstant } from '../model/instant.js';
import { replaceFiles } from './change-draft.js';
import { checkContent, checkKey, checkQuota, checkUnlocked, withFile } from './draft-files.js';
import type { WithDraft } from './lookup.js';
import type { Step } from './step.js';

/** A file that a client announces before it sends the bytes. */
export interface FileInit {
  readonly key: string;
  readonly size?: number;
  readonly metadata?: unknown;
  readonly transfer: 'L' | 'M' | 'F' | 'R';
  readonly multipart?: Multipart;
}

/** Lists announced files as pending. A key that is there already is refused, and with it all of them. */
export function initFiles(context: Context, version: WithDraft, inits: readonly FileInit[]): Step {
  const now = formatInstant(context.now);
  let files = [...version.draft.files];
  for (const init of inits) {
    checkKey(init.key);
    if (files.some(({ key }) => key === init.key)) {
      throw refuse(400, `File with key ${init.key} already exists.`);
    }
    // Fetched and remote files are for the system alone (invenio-rdm-records test_draft_file_permissions).
    if (init.transfer === 'F' || init.transfer === 'R') throw permissionDenied();
    checkQuota({ ...version, draft: { ...version.draft, files } }, init.key, init.size ?? 0);
    const { key, metadata, multipart } = init;
    const entry: FileEntry = {
      key,
      versionId: context.uuid(),
      status: 'pending',
      created: now,
      updated: now,
      ...(multipart === undefined ? {} : { transfer: 'M' as const, multipart }),
      ...(metadata === undefined ? {} : { metadata }),
    };
    files = [...files, entry];
  }
  return replaceFiles(context, version, files);
}

/** Puts bytes to an announced file; it stays pending until it is committed (contract C.2). */
export function writeContent(
  context: Context,
  version: WithDraft,
  entry: FileEntry,
  content: StoredContent,
): Step {
  checkUnlocked(version);
  if (entry.transfer === 'M') throw permissionDenied();
  // Content that was committed cannot be written again: delete, announce, write, commit (contract C.3).
  if (entry.status === 'completed') {
    throw refuse(400, 'The file upload transfer failed, please try again.');
  }
  checkQuota(version, entry.key, content.size);
  checkContent(content);
  const written = { ...entry, content, updated: formatInstant(context.now) };
  return replaceFiles(context, version, withFile(version, written));
}

/** Makes a written file one of the draft. */
export function commitFile(context: Context, version: WithDraft, entry: FileEntry): Step {
  checkUnlocked(version);
  if (entry.transfer === 'M') throw permissionDenied();
  if (entry.content === undefined) {
    throw refuse(400, 'The file upload transfer failed, please try again.');
  }
  const committed = {
    ...entry,
    status: 'completed' as const,
    updated: formatInstant(context.now),
  };
  return replaceFiles(context, version, withFile(version, committed));
}
