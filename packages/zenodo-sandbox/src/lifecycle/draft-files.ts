import type { Context } from '../http/call.js';
import { noSuchFile, refuse } from '../http/refusal.js';
import type { CompletedFile, FileEntry, StoredContent } from '../model/file-entry.js';
import { formatInstant } from '../model/instant.js';
import { replaceFiles } from './change-draft.js';
import type { Step } from './step.js';
import type { WithDraft } from './lookup.js';

/** Limits of a record: number of files, bytes of all of them together (contract 0.6). */
export const quota = {
  files: 100,
  bytes: 50_000_000_000,
  /** What an owner may add to that, over all drafts together. */
  raisedBytes: 150_000_000_000,
  keyLength: 255,
} as const;

/** Throws 403 while the draft is an edit of a published record: its bucket is locked. */
export function checkUnlocked(version: WithDraft): void {
  if (version.record !== undefined && version.unlocked !== true) {
    throw refuse(403, 'Bucket is locked for modifications.');
  }
}

/** Throws 400 when a file of this size does not fit; called before and after its bytes are here. */
export function checkQuota(version: WithDraft, key: string, size: number): void {
  const others = version.draft.files.filter((file) => file.key !== key);
  if (others.length >= quota.files) {
    throw refuse(
      400,
      'Uploading selected files will result in exceeding the max amount per record.',
    );
  }
  const most = version.quota ?? quota.bytes;
  if (size > most) throw refuse(400, 'Maximum file size exceeded.');
  const used = others.reduce((sum, file) => sum + (file.content?.size ?? 0), 0);
  if (used + size > most) throw refuse(400, 'Bucket quota exceeded.');
}

/** Lists stored bytes under a key. An existing key is replaced, or refused by the older API. */
export function addFile(
  context: Context,
  version: WithDraft,
  key: string,
  content: StoredContent,
  existing: 'replace' | 'refuse',
): { readonly step: Step; readonly file: CompletedFile } {
  checkUnlocked(version);
  const former = version.draft.files.find((file) => file.key === key);
  if (former !== undefined && existing === 'refuse') {
    throw refuse(400, `File with key ${key} already exists.`);
  }
  checkQuota(version, key, content.size);
  checkContent(content);
  checkKey(key);
  const now = formatInstant(context.now);
  const file: CompletedFile = {
    key,
    content,
    versionId: context.uuid(),
    status: 'completed',
    created: now,
    updated: now,
  };
  return { step: replaceFiles(context, version, withFile(version, file)), file };
}

/** Takes a key off the list. */
export function removeFile(context: Context, version: WithDraft, key: string): Step {
  checkUnlocked(version);
  if (!version.draft.files.some((file) => file.key === key)) throw noSuchFile(version.id, key);
  return replaceFiles(
    context,
    version,
    version.draft.files.filter((file) => file.key !== key),
  );
}

/** The files of a draft with one entry added, or put in the place of the former one. */
export function withFile(version: WithDraft, file: FileEntry): FileEntry[] {
  const { files } = version.draft;
  return files.some(({ key }) => key === file.key)
    ? files.map((entry) => (entry.key === file.key ? file : entry))
    : [...files, file];
}

/** Throws 400 for a file of no bytes. */
export function checkContent(content: StoredContent): void {
  if (content.size === 0) throw refuse(400, 'Empty files are not accepted.');
}

/** Throws 400 for a name that is none, or longer than a bucket takes. */
export function checkKey(key: string): void {
  if (key === '' || key.length > quota.keyLength) throw refuse(400, 'Invalid file key.');
}
