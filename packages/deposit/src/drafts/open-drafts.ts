import type { ListedDeposition } from '@nx-zenodo/zenodo-api';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import type { Report } from '../deposit-event.js';
import { metadataText } from '../observe/observed-deposit.js';

/** A draft or an edit that nobody has published yet. */
export interface OpenDraft {
  readonly depositionId: number;
  readonly conceptRecordId: string;
  /** `draft` was never published; `edit` holds changes of a published record. */
  readonly kind: 'draft' | 'edit';
  readonly title: string;
  readonly version: string;
  readonly files: number;
  readonly bytes: number;
  /** UTC ISO 8601. */
  readonly created: string;
  /** UTC ISO 8601. */
  readonly modified: string;
  readonly url: string;
}

/** Every open draft and edit that this token may see, oldest first. */
export async function listOpenDrafts(client: ZenodoClient): Promise<readonly OpenDraft[]> {
  const listed = await client.listDepositions();
  return listed
    .filter((one) => one.state !== 'done')
    .map((one) => openDraft(client, one))
    .sort((a, b) => a.depositionId - b.depositionId);
}

/**
 * Discards drafts and edits by id. Each is read first: what was published meanwhile, or is gone, is left as it is.
 * Answers the ids that were discarded.
 */
export async function discardOpenDrafts(
  client: ZenodoClient,
  depositionIds: readonly number[],
  report: Report = () => undefined,
): Promise<readonly number[]> {
  const open = new Set((await listOpenDrafts(client)).map((draft) => draft.depositionId));
  const discarded: number[] = [];
  for (const id of depositionIds.filter((one) => open.has(one))) {
    const { value } = await client.readDeposition(id);
    if (value.state === 'done') continue;
    await client.discardDraft(value);
    discarded.push(id);
    report({ kind: 'draft-discarded', depositionId: id });
  }
  return discarded;
}

function openDraft(client: ZenodoClient, one: ListedDeposition): OpenDraft {
  return {
    depositionId: one.id,
    conceptRecordId: one.conceptRecordId,
    kind: one.state === 'unsubmitted' ? 'draft' : 'edit',
    title: one.title,
    version: metadataText(one.metadata, 'version'),
    files: one.files.length,
    bytes: one.files.reduce((sum, file) => sum + file.size, 0),
    created: one.created,
    modified: one.modified,
    url: `${client.origin}/uploads/${one.id}`,
  };
}
