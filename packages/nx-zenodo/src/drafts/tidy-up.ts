import { discardOpenDrafts, removeTestRecords } from '@nx-zenodo/deposit';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';

/** What a person named to be thrown away. */
export interface TidyOrder {
  /** Ids of open drafts. */
  readonly discard: readonly number[];
  /** Ids of published records of rehearsals. */
  readonly removeRecords: readonly number[];
}

/** Whether anything was named. */
export function isTidying({ discard, removeRecords }: TidyOrder): boolean {
  return discard.length + removeRecords.length > 0;
}

/** What is about to go, as a clause: `discard the drafts 3, 4 and remove the record 2`. */
export function formatTidyOrder({ discard, removeRecords }: TidyOrder): string {
  const clause = (verb: string, noun: string, ids: readonly number[]) =>
    ids.length === 0 ? [] : [`${verb} the ${noun}${ids.length > 1 ? 's' : ''} ${ids.join(', ')}`];
  const clauses = [
    ...clause('discard', 'draft', discard),
    ...clause('remove', 'record', removeRecords),
  ];
  return clauses.join(' and ');
}

/** The requests that write, for who only wants to see them. */
export function formatTidyRequests({ discard, removeRecords }: TidyOrder, apiUrl: string): string {
  return [
    ...discard.map((id) => `POST ${apiUrl}/deposit/depositions/${id}/actions/discard`),
    ...removeRecords.map((id) => `POST ${apiUrl}/records/${id}/request-deletion`),
  ].join('\n');
}

/** Throws away what was named, and says of each id what came of it. */
export async function tidyUp(
  client: ZenodoClient,
  { discard, removeRecords }: TidyOrder,
  say: (line: string) => void,
): Promise<void> {
  const removed = await removeTestRecords(client, removeRecords);
  for (const { recordId, outcome } of removed) {
    const told = outcome === 'removed' ? '✓ Removed record' : 'ℹ Asked for the removal of record';
    say(`${told}: ${recordId}`);
  }
  const gone = new Set(removed.map((one) => one.recordId));
  for (const id of removeRecords.filter((one) => !gone.has(one))) {
    say(`ℹ ${id} is no published record of yours; nothing was done with it`);
  }
  const discarded = await discardOpenDrafts(client, discard);
  for (const id of discarded) say(`✓ Discarded draft: ${id}`);
  for (const id of discard.filter((one) => !discarded.includes(one))) {
    say(`ℹ ${id} is no open draft; nothing was done with it`);
  }
}
