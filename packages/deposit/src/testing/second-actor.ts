import { join } from 'node:path';
import type { DoneDeposition } from '@nx-zenodo/zenodo-api';
import { ZenodoError } from '@nx-zenodo/zenodo-client';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import type { SampleRelease } from './sample-release.js';

/** Tells the work of the second actor from ours. */
export const theirTitle = 'Work of somebody else';
const theirs = { title: theirTitle, upload_type: 'dataset' };

/** Opens a draft of the next version on the site; null where there is nothing to do it with, or one is open. */
export async function openDraft(client: ZenodoClient): Promise<number | null> {
  const latest = await latestDone(client);
  if (latest === null) return null;
  return orRefused(async () => {
    const draft = await client.createVersion(latest);
    await client.updateMetadata(draft, theirs);
    return draft.id;
  });
}

/** Opens the newest record for an edit and changes its title; false where there is none to edit. */
export async function openEdit(client: ZenodoClient): Promise<boolean> {
  const latest = await latestDone(client);
  if (latest === null) return false;
  const edit = await client.openEdit(latest);
  const version = String(latest.metadata['version']);
  await client.updateMetadata(edit, { ...theirs, version });
  return true;
}

/** Discards every open draft and edit whose title is meant. */
export async function discardDrafts(
  client: ZenodoClient,
  isMeant: (title: string) => boolean,
): Promise<void> {
  for (const { id } of await client.listDepositions()) {
    const { value } = await client.readDeposition(id);
    if (value.state !== 'done' && isMeant(value.title)) await client.discardDraft(value);
  }
}

/** Puts a file into the first draft that is not their own. */
export async function addFile(
  client: ZenodoClient,
  { root, bundle }: SampleRelease,
): Promise<void> {
  const [entry] = bundle.entries;
  const listed = await client.listDepositions();
  const ours = listed.find((one) => one.state === 'unsubmitted' && one.title !== theirTitle);
  if (ours === undefined || entry === undefined) return;
  const { value } = await client.readDeposition(ours.id);
  if (value.state !== 'unsubmitted') return;
  await client.uploadFile(value, { ...entry, path: join(root, entry.path) });
}

async function latestDone(client: ZenodoClient): Promise<DoneDeposition | null> {
  const listed = await client.listDepositions();
  const published = listed.filter((one) => one.state !== 'unsubmitted').map((one) => one.id);
  if (published.length === 0) return null;
  const { value } = await client.readDeposition(Math.max(...published));
  return value.state === 'done' ? value : null;
}

async function orRefused<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ZenodoError && error.code === 'NZ5008') return null;
    throw error;
  }
}
