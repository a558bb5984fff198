// One cell: a flow, one request of it, one trouble at that request, and whether the journal survives.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SavedReceipt } from '@nx-zenodo/deposit';
import { isCodedError } from '@nx-zenodo/findings';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import { startSandbox } from '@nx-zenodo/zenodo-sandbox';
import type { FaultOrder, Sandbox } from '@nx-zenodo/zenodo-sandbox';
import { runFlow } from './flows.js';
import type { FlowEnd, FlowName } from './flows.js';
import { violations } from './invariants.js';
import type { Killable } from './killable.js';
import type { KillMoment } from './killed-run.js';

export type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly fault: FaultOrder }
  /** `indexLags` keeps the index behind until the re-run is over. */
  | { readonly kind: 'kill'; readonly when: KillMoment; readonly indexLags: boolean };

export interface Cell {
  readonly flow: FlowName;
  /** Number of the request in the flow, from 1. */
  readonly request: number;
  readonly trouble: Trouble;
  readonly journal: 'kept' | 'deleted';
}

export interface CellResult {
  readonly cell: Cell;
  readonly violations: readonly string[];
  /** True when the first run got through the trouble without a second one. */
  readonly firstRunHeld: boolean;
}

/** A store to begin with, and the receipt of what stands in it. */
export interface Beginning {
  readonly store: string | null;
  readonly receipt: SavedReceipt | null;
}

/** Time that passes when somebody waits, and only then. */
function stillTime() {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const pause = async (milliseconds: number) => {
    now += milliseconds;
  };
  return { pause, date: () => new Date((now += 1)), now: () => now };
}

export async function runCell(
  cell: Cell,
  beginning: Beginning,
  killable: Killable | null,
): Promise<CellResult> {
  const folder = await mkdtemp(join(tmpdir(), 'fault-matrix-'));
  const time = stillTime();
  const store = join(folder, 'store');
  if (beginning.store === null) await mkdir(store);
  else await cp(beginning.store, store, { recursive: true });
  const sandbox = await startSandbox({ store, clock: time.date, report: () => undefined });
  const clients: { close(): Promise<void> }[] = [];
  const stateFolder = join(folder, 'state');
  const context = () => {
    const clock = { now: time.now, sleep: time.pause, random: () => 0.5 };
    const client = createZenodoClient({ apiUrl: sandbox.apiUrl, token: sandbox.token, clock });
    clients.push(client);
    return { folder, stateFolder, client, pause: time.pause, receipt: beginning.receipt };
  };
  try {
    const first = await troubled(cell, sandbox, context(), killable);
    if (lags(cell)) sandbox.faults.clear(lagId(sandbox));
    if (cell.journal === 'deleted') await rm(stateFolder, { recursive: true, force: true });
    const end = first ?? (await again(cell, context));
    sandbox.faults.clear();
    const found = await violations({ cell, beginning, end, sandbox, client: context().client });
    return { cell, violations: found, firstRunHeld: first !== null };
  } catch (error) {
    return { cell, violations: [`the re-run failed: ${String(error)}`], firstRunHeld: false };
  } finally {
    for (const client of clients) await client.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first run: in trouble. Null where it did not come to its end. */
async function troubled(
  { flow, request, trouble }: Cell,
  sandbox: Sandbox,
  context: Parameters<typeof runFlow>[1],
  killable: Killable | null,
): Promise<FlowEnd | null> {
  if (trouble.kind === 'kill') {
    if (killable === null) throw new Error('Nobody to kill.');
    if (trouble.indexLags) sandbox.faults.add({ kind: 'index-delay', seconds: 45 });
    const { folder, stateFolder, receipt } = context;
    const { apiUrl, token } = sandbox;
    const { when } = trouble;
    const order = { flow, apiUrl, token, folder, stateFolder, receipt, request, when };
    // A run that came to its end before it was killed is run again all the same.
    await killable.run(order);
    return null;
  }
  if (trouble.kind === 'fault') sandbox.faults.add({ ...trouble.fault, call: request });
  try {
    return await runFlow(flow, context);
  } catch (error) {
    if (!isCodedError(error)) throw error;
    return null;
  } finally {
    // What struck once is over; a late index stays late until the re-run is over.
    for (const { id, kind } of sandbox.faults.list()) {
      if (kind !== 'index-delay') sandbox.faults.clear(id);
    }
  }
}

/** The re-run. Where a draft of somebody else stands in the way it has to stop, twice, and touch nothing. */
async function again(cell: Cell, context: () => Parameters<typeof runFlow>[1]): Promise<FlowEnd> {
  try {
    return await runFlow(cell.flow, context());
  } catch (error) {
    const isForeign = cell.trouble.kind === 'fault' && cell.trouble.fault.kind === 'foreign-draft';
    const refuses = isCodedError(error) && ['NZ6004', 'NZ6005'].includes(error.code);
    if (!isForeign || !refuses) throw error;
    const { client } = context();
    const drafts = (await client.listDepositions()).filter((one) => one.state !== 'done');
    const theirs = drafts.find((one) => one.title.includes('somebody else'));
    if (theirs === undefined) throw new Error('The draft of somebody else was touched.');
    const { value } = await client.readDeposition(theirs.id);
    if (value.state !== 'done') await client.discardDraft(value);
    return runFlow(cell.flow, context());
  }
}

function lags({ trouble }: Cell): boolean {
  return trouble.kind === 'kill' && trouble.indexLags;
}

function lagId(sandbox: Sandbox): number {
  // Set anew, so that the delay counts for the re-run, too.
  const old = sandbox.faults.list().find((fault) => fault.kind === 'index-delay');
  sandbox.faults.add({ kind: 'index-delay', seconds: 45 });
  return old?.id ?? 0;
}
