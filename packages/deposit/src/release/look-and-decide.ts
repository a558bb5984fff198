import { ZenodoError } from '@nx-zenodo/zenodo-client';
import { applyPlan, isDraftOpen } from '../apply/apply-plan.js';
import type { DepositRun } from '../apply/deposit-run.js';
import type { Published } from '../apply/publish-once.js';
import { DepositError } from '../deposit-error.js';
import { observeDeposit } from '../observe/observe-deposit.js';
import type { DepositPlan, DepositStep } from '../plan/deposit-plan.js';
import { planDeposit } from '../plan/plan-deposit.js';
import type { DepositSettings } from './deposit-request.js';

/** A plan that can be carried out. */
export type DecidedPlan = Exclude<DepositPlan, { kind: 'ask' | 'refuse' }>;

/**
 * Looks and decides until there is something to do; asks where that is wanted.
 *
 * @throws DepositError with the findings of a refusal
 */
export async function decide(settings: DepositSettings, run: DepositRun): Promise<DecidedPlan> {
  const plan = await lookAndDecide(settings, run);
  if (plan.kind === 'refuse') throw new DepositError(plan.findings);
  if (plan.kind !== 'ask') return plan;
  const answer = (await settings.decide?.(plan.finding, plan.draft.id)) ?? 'refuse';
  if (answer === 'refuse') throw new DepositError([plan.finding]);
  if (answer === 'discard') run.draftPolicy = 'discard';
  else run.own.add(plan.draft.id);
  return decide(settings, run);
}

/** Observes, and plans from what was observed. Sends nothing that writes. */
export async function lookAndDecide(
  settings: DepositSettings,
  run: DepositRun,
): Promise<DepositPlan> {
  const observed = await observeDeposit(run.client, run.desired, settings.known, run);
  const { versions, drafts } = observed;
  run.report({ kind: 'observed', versions: versions.length, drafts: drafts.length });
  const plan = planDeposit(run.desired, observed, {
    draftPolicy: run.draftPolicy,
    allowNewConcept: run.allowNewConcept,
    own: run.own,
    journalled: run.journalIsClosed ? null : run.journalled,
    reservation: settings.known.reservation ?? null,
    prepared: run.prepared,
    knownDifferences: settings.known.receipt?.differences ?? [],
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

/**
 * Applies steps. A doubt, or a change that somebody else made meanwhile, is no failure yet, unless it is the
 * last try: the next look tells.
 */
export async function applyOrLookAgain(
  run: DepositRun,
  steps: readonly DepositStep[],
  round: number,
  isLast: boolean,
): Promise<Published | undefined> {
  try {
    return await applyPlan(run, steps);
  } catch (error) {
    if (!isWorthALook(error) || isLast) throw error;
    const operation = error instanceof ZenodoError ? error.operation : 'compare the files';
    run.report({ kind: 'unclear', operation, reason: error.message });
    const milliseconds = Math.min(250 * 2 ** round, 15_000);
    run.report({ kind: 'waiting', reason: 'before looking again', milliseconds });
    await run.pause(milliseconds);
    return undefined;
  }
}

// 404 and 403 come where another run has published or discarded the draft; 400 where it opened the version first.
function isWorthALook(error: unknown): error is DepositError | ZenodoError {
  if (error instanceof DepositError) return error.code === 'NZ6009';
  if (!(error instanceof ZenodoError)) return false;
  if (error.effect === 'unknown') return error.code !== 'NZ5013';
  return ['NZ5003', 'NZ5009', 'NZ5015'].includes(error.code) || isDraftOpen(error);
}
