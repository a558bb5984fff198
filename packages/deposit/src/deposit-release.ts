import type { Bundle } from '@nx-zenodo/bundle';
import { resolveInside } from '@nx-zenodo/fixity';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import { ZenodoError } from '@nx-zenodo/zenodo-client';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import { applyPlan } from './apply/apply-plan.js';
import type { DepositRun, Pause } from './apply/deposit-run.js';
import type { Published } from './apply/publish-once.js';
import { readBack } from './apply/read-back.js';
import { DepositError, stop } from './deposit-error.js';
import type { Report } from './deposit-event.js';
import { pause } from './node/pause.js';
import { defaultStateFolder, openState } from './node/state-folder.js';
import type { KnownRecord } from './observe/known-record.js';
import { observeDeposit } from './observe/observe-deposit.js';
import type { DepositPlan } from './plan/deposit-plan.js';
import { planDeposit } from './plan/plan-deposit.js';
import type { DraftPolicy } from './plan/plan-knowledge.js';
import { buildReceipt } from './receipt/build-receipt.js';
import type { DepositReceipt } from './receipt/deposit-receipt.js';
import type { ReleaseName } from './release/desired-deposit.js';
import { journalledDraft } from './state/deposit-journal.js';
import { noState } from './state/deposit-state.js';
import type { DepositState } from './state/deposit-state.js';

/** A release that was proved, and where it shall go. */
export interface DepositRequest {
  /** Absolute path of the release root: the paths of the bundle are below it. */
  readonly root: string;
  readonly bundle: Bundle;
  readonly metadata: ReleaseMetadata;
  readonly release: ReleaseName;
  readonly environment: { readonly name: string; readonly apiUrl: string };
  readonly client: ZenodoClient;
  readonly known: KnownRecord;
  readonly report?: Report;
  /** Default `reuse`. */
  readonly draftPolicy?: DraftPolicy;
  /** Default false: stop where a record of the same title stands and no concept is known. */
  readonly allowNewConcept?: boolean;
  /** Uploads side by side, default 4. */
  readonly concurrency?: number;
  /**
   * Folder for the lock and the journal of this machine; default the user's folder for state. `null` keeps none:
   * then only what stands on Zenodo is known.
   */
  readonly stateFolder?: string | null;
  readonly pause?: Pause;
}

/** Looks, decides and acts so often before it says that somebody else keeps changing things. */
const mostRounds = 8;
/** Milliseconds between the looks at an index that lags behind. */
const indexPauses = [500, 1000, 2000, 4000, 8000, 15_000, 30_000];

/**
 * Brings a release to Zenodo: observe, plan, apply, until one published version stands, and the receipt of it.
 * Run again it finds what was done and does the rest; with nothing to do it says so.
 *
 * @throws DepositError, ZenodoError; nothing irreversible is done before everything was compared
 */
export async function depositRelease(request: DepositRequest): Promise<DepositReceipt> {
  const state = await openStateOf(request);
  const run = startRun(request, state);
  try {
    return await converge(request, run);
  } catch (error) {
    tellWhatStands(run);
    throw error;
  } finally {
    await state.release();
  }
}

async function openStateOf(request: DepositRequest): Promise<DepositState> {
  const { release, client, stateFolder = defaultStateFolder(), report = () => undefined } = request;
  if (stateFolder === null) return noState;
  const key = { origin: client.origin, release };
  return openState(stateFolder, key, request.pause ?? pause, report);
}

function startRun(request: DepositRequest, state: DepositState): DepositRun {
  const { origin } = request.client;
  const { release } = request;
  return {
    client: request.client,
    desired: {
      release: request.release,
      metadata: request.metadata.deposit,
      files: request.bundle.entries,
    },
    locate: (path) => resolveInside(request.root, path),
    report: request.report ?? (() => undefined),
    pause: request.pause ?? pause,
    concurrency: request.concurrency ?? 4,
    own: new Set(),
    journalled: journalledDraft(state.journal, origin, release),
    note: (step, depositionId) =>
      state.write({ schemaVersion: 1, origin, release, depositionId, step }),
    prepared: null,
  };
}

async function converge(request: DepositRequest, run: DepositRun): Promise<DepositReceipt> {
  let waits = 0;
  for (let round = 1; ;) {
    const plan = await lookAndDecide(request, run);
    if (plan.kind === 'refuse') throw new DepositError(plan.findings);
    if (plan.kind === 'unchanged') {
      await applyPlan(run, plan.steps);
      return finishUnchanged(request, run, plan.version.id);
    }
    if (plan.kind === 'wait') {
      await waitForIndex(run, plan.draft.id, (waits += 1));
      continue;
    }
    const published = await applyOrLookAgain(run, plan.steps, round);
    if (published !== undefined) return finish(request, run, plan, published);
    if ((round += 1) > mostRounds) throw doesNotSettle();
  }
}

async function lookAndDecide(request: DepositRequest, run: DepositRun): Promise<DepositPlan> {
  const observed = await observeDeposit(run.client, run.desired, request.known, run);
  const { versions, drafts } = observed;
  run.report({ kind: 'observed', versions: versions.length, drafts: drafts.length });
  const plan = planDeposit(run.desired, observed, {
    draftPolicy: request.draftPolicy ?? 'reuse',
    allowNewConcept: request.allowNewConcept ?? false,
    own: run.own,
    journalled: run.journalled,
    prepared: run.prepared,
    knownDifferences: request.known.receipt?.differences ?? [],
  });
  if (plan.kind === 'publish') {
    const count = (kind: 'upload-files' | 'keep-files') =>
      plan.steps.flatMap((step) => (step.do === kind ? step.files : [])).length;
    const { route, differences } = plan;
    const [uploads, kept] = [count('upload-files'), count('keep-files')];
    run.report({ kind: 'planned', route, uploads, kept, differences });
    for (const finding of plan.notes) run.report({ kind: 'warning', finding });
  }
  return plan;
}

/** A doubt, or a change that somebody else made meanwhile, is no failure yet: the next look tells. */
async function applyOrLookAgain(
  run: DepositRun,
  steps: Extract<DepositPlan, { kind: 'publish' }>['steps'],
  round: number,
): Promise<Published | undefined> {
  try {
    return await applyPlan(run, steps);
  } catch (error) {
    if (!isWorthALook(error) || round === mostRounds) throw error;
    const operation = error instanceof ZenodoError ? error.operation : 'compare the files';
    run.report({ kind: 'unclear', operation, reason: (error as Error).message });
    const milliseconds = 250 * 2 ** round;
    run.report({ kind: 'waiting', reason: 'before looking again', milliseconds });
    await run.pause(milliseconds);
    return undefined;
  }
}

// 404 and 403 come where another run has published or discarded the draft; 400 where it opened the version first.
function isWorthALook(error: unknown): boolean {
  if (error instanceof DepositError) return error.code === 'NZ6009';
  if (!(error instanceof ZenodoError)) return false;
  if (error.effect === 'unknown') return error.code !== 'NZ5013';
  return (
    ['NZ5003', 'NZ5009', 'NZ5015'].includes(error.code) ||
    /remove all files first/i.test(error.message)
  );
}

async function waitForIndex(run: DepositRun, draftId: number, waits: number): Promise<void> {
  const milliseconds = indexPauses[waits - 1];
  if (milliseconds === undefined) throw indexIsLate(draftId);
  const reason = `the list of depositions does not show draft ${draftId} yet, so a twin could be hidden too`;
  run.report({ kind: 'waiting', reason, milliseconds });
  await run.pause(milliseconds);
}

async function finish(
  request: DepositRequest,
  run: DepositRun,
  plan: Extract<DepositPlan, { kind: 'publish' }>,
  published: Published,
): Promise<DepositReceipt> {
  const outcome = plan.route === 'edit' ? 'edited' : 'published';
  const receipt = buildReceipt(run.desired, request.bundle, placeOf(request), published, outcome);
  run.own.clear();
  run.report({ kind: 'published', recordId: receipt.recordId, doi: receipt.doi });
  if (receipt.differences.length > 0) {
    const { depositionId, differences } = receipt;
    run.report({ kind: 'metadata-differs', depositionId, differences });
  }
  await readBack(run, receipt.recordId, receipt.doi);
  return receipt;
}

async function finishUnchanged(
  request: DepositRequest,
  run: DepositRun,
  id: number,
): Promise<DepositReceipt> {
  const { value, json } = await run.client.readDeposition(id);
  if (value.state !== 'done') throw doesNotSettle();
  const published = { deposition: value, answerTo: 'read', answer: json } as const;
  const made = buildReceipt(run.desired, request.bundle, placeOf(request), published, 'unchanged');
  const { receipt } = request.known;
  run.own.clear();
  run.report({ kind: 'unchanged', recordId: made.recordId, doi: made.doi });
  // The answer to publish is worth more than what can be read today.
  if (receipt?.depositionId !== id) return made;
  const { answerTo, answer } = receipt;
  return { ...made, answerTo, answer };
}

function placeOf(request: DepositRequest) {
  return { environment: request.environment.name, origin: request.client.origin };
}

function tellWhatStands(run: DepositRun): void {
  for (const id of run.own) {
    const url = `${run.client.origin}/deposit/${id}`;
    run.report({ kind: 'draft-left', depositionId: id, url });
  }
}

function doesNotSettle(): DepositError {
  return new DepositError([
    stop(
      'NZ6015',
      `What stands on Zenodo kept changing through ${mostRounds} looks: somebody else works on the same deposition.`,
      'Let the other run end, then run again.',
    ),
  ]);
}

function indexIsLate(draftId: number): DepositError {
  return new DepositError([
    stop(
      'NZ6010',
      `The list of depositions does not show draft ${draftId}, so it cannot be excluded that this release is published already. Nothing was published.`,
      'Run again in a few minutes: the draft is picked up.',
    ),
  ]);
}
