import { ZenodoError } from '@nx-zenodo/zenodo-client';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import { DepositError, stop } from '../deposit-error.js';
import { metadataText } from '../observe/observed-deposit.js';

/** A published record of the user who owns the token. */
export interface OwnRecord {
  readonly recordId: number;
  readonly doi: string;
  readonly title: string;
  readonly version: string;
  /** UTC ISO 8601. */
  readonly created: string;
}

/** What came of a request to remove a record: gone, or somebody at the service decides. */
export interface RemovedRecord {
  readonly recordId: number;
  readonly outcome: 'removed' | 'requested';
}

const production = /^(?:www\.)?zenodo\.org$/;
const comment = 'A record of a rehearsal that is not needed any more.';

/** Every published record that this token may see, oldest first. */
export async function listOwnRecords(client: ZenodoClient): Promise<readonly OwnRecord[]> {
  const listed = await client.listDepositions();
  return listed
    .filter((one) => one.state !== 'unsubmitted')
    .map((one) => ({
      recordId: one.id,
      doi: one.doi ?? '',
      title: one.title,
      version: metadataText(one.metadata, 'version'),
      created: one.created,
    }))
    .sort((a, b) => a.recordId - b.recordId);
}

/**
 * Removes records of rehearsals from a test service. Ids that are no record of one's own are left out of the answer.
 *
 * @throws DepositError NZ6024 at zenodo.org, whatever the ids are
 */
export async function removeTestRecords(
  client: ZenodoClient,
  recordIds: readonly number[],
): Promise<readonly RemovedRecord[]> {
  if (production.test(new URL(client.origin).hostname)) throw standsForGood(client.origin);
  const own = new Set((await listOwnRecords(client)).map((record) => record.recordId));
  const removed: RemovedRecord[] = [];
  for (const recordId of recordIds.filter((id) => own.has(id))) {
    await client.requestDeletion(recordId, comment);
    const outcome = (await isGone(client, recordId)) ? 'removed' : 'requested';
    removed.push({ recordId, outcome });
  }
  return removed;
}

async function isGone(client: ZenodoClient, recordId: number): Promise<boolean> {
  try {
    await client.readRecord(recordId);
    return false;
  } catch (error) {
    if (error instanceof ZenodoError && error.code === 'NZ5009') return true;
    throw error;
  }
}

function standsForGood(origin: string): DepositError {
  return new DepositError([
    stop(
      'NZ6024',
      `Records of ${origin} stand for good: somebody may have cited them. Nothing was asked for.`,
      'Publish a corrected version; if a record has to go, ask on its page.',
    ),
  ]);
}
