import type { BundleEntry } from '@nx-zenodo/bundle';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import type { DepositRun } from '../apply/deposit-run.js';
import { DepositError } from '../deposit-error.js';
import type { DepositFinding, DepositErrorCode } from '../deposit-error.js';
import { beforeInterruption } from '../node/interruption.js';
import { pause } from '../node/pause.js';
import { defaultStateFolder, openState } from '../node/state-folder.js';
import { closedStep, journalledDraft } from '../state/deposit-journal.js';
import { noState } from '../state/deposit-state.js';
import type { DepositState } from '../state/deposit-state.js';
import type { DepositSettings } from './deposit-request.js';

/** What is deposited, before it is a bundle on a disk. */
export interface RunContent {
  readonly metadata: DepositMetadata;
  readonly files: readonly BundleEntry[];
  readonly locate: (path: string) => Promise<string>;
  readonly concurrency: number;
}

/** Runs something while it holds the lock of the release, and tells which drafts stand where it fails or is
 * interrupted. */
export async function withRun<T>(
  settings: DepositSettings,
  content: RunContent,
  work: (run: DepositRun) => Promise<T>,
): Promise<T> {
  const state = await openStateOf(settings);
  const run = startRun(settings, content, state);
  const tellDrafts = (kind: 'draft-left' | 'interrupted') => {
    for (const id of run.own) {
      run.report({ kind, depositionId: id, url: `${run.client.origin}/deposit/${id}` });
    }
  };
  const stopListening = beforeInterruption(() => tellDrafts('interrupted'));
  try {
    return await work(run);
  } catch (error) {
    tellDrafts('draft-left');
    throw error;
  } finally {
    stopListening();
    await state.release();
  }
}

/** A run that keeps nothing on this machine unless a state is given. */
export function startRun(
  settings: DepositSettings,
  content: RunContent,
  state: DepositState = noState,
): DepositRun {
  const { client, release, report = () => undefined } = settings;
  const { origin } = client;
  return {
    client,
    desired: { release, metadata: content.metadata, files: content.files },
    locate: content.locate,
    report,
    pause: settings.pause ?? pause,
    concurrency: content.concurrency,
    own: new Set(),
    seen: new Set(),
    journalled: journalledDraft(state.journal, origin, release),
    journalIsClosed: state.journal?.step === closedStep,
    allowNewConcept: settings.allowNewConcept ?? false,
    reserved: settings.known.reservation?.depositionId ?? null,
    note: (step, depositionId) =>
      state.write({ schemaVersion: 1, origin, release, depositionId, step }),
    prepared: null,
    draftPolicy: settings.draftPolicy ?? 'reuse',
  };
}

async function openStateOf(settings: DepositSettings): Promise<DepositState> {
  const { release, client, stateFolder = defaultStateFolder() } = settings;
  const report = settings.report ?? (() => undefined);
  if (stateFolder === null) return noState;
  try {
    const key = { origin: client.origin, release };
    return await openState(stateFolder, key, settings.pause ?? pause, report);
  } catch (error) {
    if (error instanceof DepositError) throw error;
    report({ kind: 'warning', finding: noStateFolder(stateFolder, error) });
    return noState;
  }
}

function noStateFolder(folder: string, error: unknown): DepositFinding {
  const code: DepositErrorCode = 'NZ6022';
  return {
    code,
    severity: 'warning',
    message: `Lock and journal cannot be kept in ${folder} (${(error as NodeJS.ErrnoException).code ?? String(error)}). The deposit goes on without them.`,
    cure: 'Set XDG_STATE_HOME to a folder that can be written, and run no second deposit of this release meanwhile.',
  };
}
