import type { Deposition, ListedDeposition, UnsubmittedDeposition } from '@nx-zenodo/zenodo-api';
import { ZenodoError } from '@nx-zenodo/zenodo-client';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import { isSameFiles } from '../compare/same-files.js';
import { DepositError, stop } from '../deposit-error.js';
import { desiredVersion } from '../release/desired-deposit.js';
import type { DesiredDeposit } from '../release/desired-deposit.js';
import type { KnownRecord } from './known-record.js';
import { metadataText } from './observed-deposit.js';
import type { ConceptOrigin, ObservedDeposit, PublishedVersion } from './observed-deposit.js';

/** Ids to look at besides what the list shows. */
export interface ObservationHints {
  /** What this run has made or resumed. */
  readonly own: ReadonlySet<number>;
  /** What Zenodo has named meanwhile. */
  readonly seen: ReadonlySet<number>;
  /** What the journal of an earlier run names. */
  readonly journalled: number | null;
  /** The draft whose DOI was reserved. */
  readonly reserved: number | null;
  /** A record that only has our title and version, with other files, is another work. */
  readonly allowNewConcept: boolean;
}

type Concept = { readonly recordId: string; readonly origin: ConceptOrigin };

/**
 * Reads what stands on Zenodo. The list of depositions (all pages, all versions) says where to look; whatever
 * a decision rests on is then read by its id, because the list comes from an index that lags behind.
 *
 * @throws DepositError NZ6003 where a record that was named does not exist, NZ6014 where several match
 */
export async function observeDeposit(
  client: ZenodoClient,
  desired: DesiredDeposit,
  known: KnownRecord,
  hints: ObservationHints,
): Promise<ObservedDeposit> {
  const listed = await client.listDepositions();
  const concept =
    (await knownConcept(client, known)) ?? conceptByContent(desired, listed, hints.allowNewConcept);
  const ids = new Set([
    ...candidates(desired, concept, listed),
    ...(concept === null ? [] : await latestOf(client, concept)),
    ...hints.own,
    ...hints.seen,
    ...[hints.journalled, hints.reserved].filter((id) => id !== null),
  ]);
  const depositions = (await Promise.all([...ids].map((id) => readIfThere(client, id)))).filter(
    (one) => one !== undefined,
  );
  const observed = select(desired, { concept, listed, depositions }, hints);
  return { ...observed, untouchedEdits: await untouchedEdits(client, observed.versions) };
}

interface WhatStands {
  readonly concept: Concept | null;
  readonly listed: readonly ListedDeposition[];
  /** Those that a decision may rest on, read by their ids. */
  readonly depositions: readonly Deposition[];
}

function select(
  desired: DesiredDeposit,
  { concept, listed, depositions }: WhatStands,
  hints: ObservationHints,
): Omit<ObservedDeposit, 'untouchedEdits'> {
  const isHinted = ({ id }: Deposition) =>
    hints.own.has(id) || hints.journalled === id || hints.reserved === id;
  // What was made before may have been published meanwhile, by a request whose answer was lost.
  const published = depositions.filter(isPublished);
  const ownConcept = published.find(
    (one) => isHinted(one) && isSameFiles(desired.files, one.files),
  )?.conceptRecordId;
  const found =
    concept ??
    (ownConcept === undefined ? null : ({ recordId: ownConcept, origin: 'content' } as const));
  const isUnder = (one: Deposition) => found === null || one.conceptRecordId === found.recordId;
  return {
    concept: found,
    versions: published.filter((one) => found !== null && isUnder(one)).sort((a, b) => b.id - a.id),
    drafts: depositions
      .filter(isDraft)
      .filter((one) => isUnder(one) || isHinted(one))
      .sort((a, b) => a.id - b.id),
    namesakes: found === null ? namesakes(desired, listed) : [],
    indexed: new Set(listed.map((one) => one.id)),
  };
}

async function untouchedEdits(
  client: ZenodoClient,
  versions: readonly PublishedVersion[],
): Promise<ReadonlySet<number>> {
  const untouched = new Set<number>();
  for (const version of versions.filter((one) => one.state === 'inprogress')) {
    if (await client.isEditUntouched(version.id)) untouched.add(version.id);
  }
  return untouched;
}

// What the configuration or a receipt names.
async function knownConcept(client: ZenodoClient, known: KnownRecord): Promise<Concept | null> {
  if (known.conceptRecordId !== undefined) {
    return { recordId: known.conceptRecordId, origin: 'configuration' };
  }
  if (known.recordId !== undefined) {
    const deposition = await readIfThere(client, Number(known.recordId));
    if (deposition === undefined) throw recordNotThere(known.recordId);
    return { recordId: deposition.conceptRecordId, origin: 'configuration' };
  }
  if (known.receipt !== undefined) {
    const deposition = await readIfThere(client, known.receipt.depositionId);
    if (deposition !== undefined) {
      return { recordId: deposition.conceptRecordId, origin: 'receipt' };
    }
  }
  return null;
}

// Same title and version: a receipt was lost, or another machine published. Same files decide between several.
function conceptByContent(
  desired: DesiredDeposit,
  listed: readonly ListedDeposition[],
  allowNewConcept: boolean,
): Concept | null {
  const matches = listed.filter(
    (one) =>
      one.state !== 'unsubmitted' &&
      isTitled(desired, one) &&
      metadataText(one.metadata, 'version') === desiredVersion(desired),
  );
  const whole = matches.filter((one) => isSameFiles(desired.files, one.files));
  const concepts = [
    ...new Set(
      (whole.length > 0 || allowNewConcept ? whole : matches).map((one) => one.conceptRecordId),
    ),
  ];
  const [recordId] = concepts;
  if (recordId === undefined) return null;
  if (concepts.length === 1) return { recordId, origin: 'content' };
  throw new DepositError([
    stop(
      'NZ6014',
      `Several concepts hold a record titled "${desired.metadata.title ?? ''}", version ${desiredVersion(desired)}: ${concepts.join(', ')}.`,
      'Set zenodo.conceptRecordId to the one that is meant.',
    ),
  ]);
}

function candidates(
  desired: DesiredDeposit,
  concept: Concept | null,
  listed: readonly ListedDeposition[],
): readonly number[] {
  return listed
    .filter((one) => {
      if (concept !== null && one.conceptRecordId === concept.recordId) return true;
      // A twin of the first deposit, left behind under a concept of its own.
      return one.state === 'unsubmitted' && isTitled(desired, one) && isVersioned(desired, one);
    })
    .map((one) => one.id);
}

// The records API leads from the concept to the latest version without the index.
async function latestOf(client: ZenodoClient, concept: Concept): Promise<readonly number[]> {
  try {
    return [(await client.readRecord(concept.recordId)).id];
  } catch (error) {
    if (error instanceof ZenodoError && error.code === 'NZ5009') return [];
    throw error;
  }
}

async function readIfThere(client: ZenodoClient, id: number): Promise<Deposition | undefined> {
  try {
    return (await client.readDeposition(id)).value;
  } catch (error) {
    if (error instanceof ZenodoError && error.code === 'NZ5009') return undefined;
    throw error;
  }
}

function namesakes(desired: DesiredDeposit, listed: readonly ListedDeposition[]) {
  return listed
    .filter((one) => one.state !== 'unsubmitted' && isTitled(desired, one))
    .map((one) => ({
      recordId: one.id,
      conceptRecordId: one.conceptRecordId,
      version: metadataText(one.metadata, 'version') || undefined,
    }));
}

function isTitled(desired: DesiredDeposit, one: ListedDeposition): boolean {
  return one.title.trim() === (desired.metadata.title ?? '').trim();
}

function isVersioned(desired: DesiredDeposit, one: ListedDeposition): boolean {
  return metadataText(one.metadata, 'version') === desiredVersion(desired);
}

function isPublished(one: Deposition): one is PublishedVersion {
  return one.state !== 'unsubmitted';
}

function isDraft(one: Deposition): one is UnsubmittedDeposition {
  return one.state === 'unsubmitted';
}

function recordNotThere(recordId: string): DepositError {
  return new DepositError([
    stop(
      'NZ6003',
      `Record ${recordId}, which the configuration names, does not exist there.`,
      'Correct zenodo.recordId, or remove it to publish a first version.',
    ),
  ]);
}
