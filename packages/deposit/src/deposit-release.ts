import { resolveInside } from '@nx-zenodo/fixity';
import type { DepositRun } from './apply/deposit-run.js';
import { applyPlan } from './apply/apply-plan.js';
import type { Published } from './apply/publish-once.js';
import { readBack } from './apply/read-back.js';
import { DepositError, stop } from './deposit-error.js';
import type { DepositPlan } from './plan/deposit-plan.js';
import { buildReceipt } from './receipt/build-receipt.js';
import type { DepositReceipt } from './receipt/deposit-receipt.js';
import type { DepositRequest } from './release/deposit-request.js';
import { applyOrLookAgain, decide, lookAndDecide } from './release/look-and-decide.js';
import { startRun, withRun } from './release/start-run.js';
import { closedStep } from './state/deposit-journal.js';

/** Looks, decides and acts so often before it says that somebody else keeps changing things. */
const mostRounds = 12;
/** Milliseconds between the looks at an index that lags behind. */
const indexPauses = [500, 1000, 2000, 4000, 8000, 15_000, 30_000];

/**
 * Brings a release to Zenodo: observe, plan, apply, until one published version stands, and the receipt of it.
 * Run again it finds what was done and does the rest; with nothing to do it says so.
 *
 * @throws DepositError, ZenodoError; nothing irreversible is done before everything was compared
 */
export function depositRelease(request: DepositRequest): Promise<DepositReceipt> {
  return withRun(request, contentOf(request), (run) => converge(request, run));
}

/** What a deposit would do now: looks, decides, and sends nothing that writes. */
export function planRelease(request: DepositRequest): Promise<DepositPlan> {
  return lookAndDecide(request, startRun(request, contentOf(request)));
}

function contentOf(request: DepositRequest) {
  return {
    metadata: request.metadata.deposit,
    files: request.bundle.entries,
    locate: (path: string) => resolveInside(request.root, path),
    concurrency: request.concurrency ?? 4,
  };
}

async function converge(request: DepositRequest, run: DepositRun): Promise<DepositReceipt> {
  let waits = 0;
  for (let round = 1; round <= mostRounds;) {
    const plan = await decide(request, run);
    if (plan.kind === 'unchanged') {
      await applyPlan(run, plan.steps);
      return finishUnchanged(request, run, plan.version.id);
    }
    if (plan.kind === 'wait') {
      await waitForIndex(run, plan.draft.id, (waits += 1));
      continue;
    }
    const published = await applyOrLookAgain(run, plan.steps, round, round === mostRounds);
    if (published !== undefined) return finish(request, run, plan, published);
    round += 1;
  }
  throw doesNotSettle();
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
  const receipt = receiptOf(request, run, published, outcome);
  run.own.clear();
  await closeJournal(run, published.deposition.id);
  run.report({ kind: outcome, recordId: receipt.recordId, doi: receipt.doi });
  tellDifferences(run, receipt);
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
  // Published by this very run, in a request whose answer was lost.
  const outcome = run.own.has(id) ? 'published' : 'unchanged';
  const made = receiptOf(request, run, published, outcome);
  const { receipt } = request.known;
  run.own.clear();
  await closeJournal(run, id);
  run.report({ kind: outcome, recordId: made.recordId, doi: made.doi });
  if (receipt?.depositionId !== id) {
    // No receipt: the run that published did not come to the end, so nothing was verified yet.
    tellDifferences(run, made);
    await readBack(run, made.recordId, made.doi);
    return made;
  }
  // The answer to publish is worth more than what can be read today.
  const { answerTo, answer, skippedRehearsal } = receipt;
  return { ...made, answerTo, answer, skippedRehearsal };
}

// The record stands whether or not this can be written down, so a full disk is no failure here.
async function closeJournal(run: DepositRun, id: number): Promise<void> {
  await run.note(closedStep, id).catch(() => undefined);
}

function tellDifferences(run: DepositRun, receipt: DepositReceipt): void {
  const { depositionId, differences } = receipt;
  if (differences.length > 0) run.report({ kind: 'metadata-differs', depositionId, differences });
}

function receiptOf(
  request: DepositRequest,
  { desired }: DepositRun,
  published: Published,
  outcome: DepositReceipt['outcome'],
): DepositReceipt {
  const { bundle } = request;
  return buildReceipt({ desired, bundle, place: placeOf(request), published, outcome });
}

function placeOf(request: DepositRequest) {
  return {
    environment: request.environment.name,
    origin: request.client.origin,
    skippedRehearsal: request.skippedRehearsal ?? null,
  };
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
