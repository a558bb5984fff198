// The four ways a deposit goes, each as a person would start it again after a failure: same command, same files.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  decodeReservation,
  depositRelease,
  formatReservation,
  reserveRelease,
} from '@nx-zenodo/deposit';
import type { DepositReceipt, Pause, Reservation, SavedReceipt } from '@nx-zenodo/deposit';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import { writeSample } from './sample.js';
import type { Sample } from './sample.js';

export const flowNames = ['first', 'version', 'edit', 'reserve'] as const;
export type FlowName = (typeof flowNames)[number];

/** What a run of a flow needs; `receipt` is that of the first version, where the flow begins with one. */
export interface FlowContext {
  readonly folder: string;
  readonly stateFolder: string;
  readonly client: ZenodoClient;
  readonly pause: Pause;
  readonly receipt: SavedReceipt | null;
}

export interface FlowEnd {
  readonly receipt: DepositReceipt;
  readonly sample: Sample;
}

/** Published versions that stand when the flow has come to its end. */
export const versionsAtTheEnd: Record<FlowName, number> = {
  first: 1,
  version: 2,
  edit: 1,
  reserve: 1,
};

export function beginsPublished(flow: FlowName): boolean {
  return flow === 'version' || flow === 'edit';
}

export async function runFlow(flow: FlowName, context: FlowContext): Promise<FlowEnd> {
  switch (flow) {
    case 'first':
      return deposit(context, await writeSample(context.folder, 'v1'));
    case 'version':
      return deposit(context, await writeSample(context.folder, 'v2'));
    case 'edit':
      return deposit(
        context,
        await writeSample(context.folder, 'v1', { title: 'Release of the fault matrix, edited' }),
      );
    case 'reserve': {
      const reservation = await reserveOnce(context);
      const sample = await writeSample(context.folder, 'v1', { doi: reservation.doi });
      return deposit(context, sample, { reservation });
    }
  }
}

/** A reservation is kept in a file; whoever has it starts the deposit again, not the reservation. */
async function reserveOnce(context: FlowContext): Promise<Reservation> {
  const path = join(context.folder, 'reservation.json');
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null) return decodeReservation(JSON.parse(kept));
  const before = await writeSample(context.folder, 'v1');
  const reservation = await reserveRelease({
    ...settings(context, before),
    metadata: before.metadata.deposit,
  });
  await writeFile(path, formatReservation(reservation));
  return reservation;
}

async function deposit(
  context: FlowContext,
  sample: Sample,
  known: Parameters<typeof depositRelease>[0]['known'] = {},
): Promise<FlowEnd> {
  const { root, bundle, metadata } = sample;
  const all = context.receipt === null ? known : { ...known, receipt: context.receipt };
  const request = { ...settings(context, sample), root, bundle, metadata, known: all };
  // One upload after the other: the requests of a flow have the same numbers in every run.
  return { receipt: await depositRelease({ ...request, concurrency: 1 }), sample };
}

function settings({ client, pause, stateFolder }: FlowContext, { release }: Sample) {
  const environment = { name: 'local', apiUrl: client.apiUrl };
  return { release, environment, client, pause, stateFolder, known: {} };
}
