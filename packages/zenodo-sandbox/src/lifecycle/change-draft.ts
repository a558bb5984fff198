import type { Context } from '../http/call.js';
import type { FileEntry } from '../model/file-entry.js';
import { formatInstant } from '../model/instant.js';
import type { Content, Revision, Version } from '../model/version.js';
import type { Step } from './step.js';
import type { WithDraft } from './lookup.js';

/**
 * Replaces what the depositor wrote. The deposit API keeps a DOI once set when the new content has
 * none (contract A.8); the records API means what it says.
 */
export function replaceContent(
  context: Context,
  version: WithDraft,
  content: Content,
  pids: 'kept' | 'given' = 'kept',
): Step {
  if (pids === 'given') return changeDraft(context, version, { content });
  const merged = { ...version.draft.content.pids, ...content.pids };
  return changeDraft(context, version, { content: { ...content, pids: merged } });
}

/** Replaces the list of files. */
export function replaceFiles(
  context: Context,
  version: WithDraft,
  files: readonly FileEntry[],
): Step {
  const { preview } = version.draft;
  const kept = files.some(({ key }) => key === preview) ? preview : undefined;
  return changeDraft(context, version, { files, preview: kept });
}

/** Chooses the file that the page opens first, or none. */
export function choosePreview(
  context: Context,
  version: WithDraft,
  preview: string | undefined,
): Step {
  return changeDraft(context, version, { preview });
}

function changeDraft(
  context: Context,
  version: WithDraft,
  parts: Partial<Pick<Revision, 'content' | 'files' | 'preview'>>,
): Step {
  const changed: Version = {
    ...version,
    draft: {
      ...version.draft,
      ...parts,
      revision: version.draft.revision + 1,
      updated: formatInstant(context.now),
    },
  };
  return { version: changed, changes: [{ put: 'version', value: changed }] };
}
