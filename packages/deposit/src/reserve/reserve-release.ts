import type { DepositRun } from '../apply/deposit-run.js';
import { DepositError, stop } from '../deposit-error.js';
import type { DepositStep } from '../plan/deposit-plan.js';
import type { ReserveRequest } from '../release/deposit-request.js';
import { desiredVersion } from '../release/desired-deposit.js';
import { applyOrLookAgain, decide } from '../release/look-and-decide.js';
import type { DecidedPlan } from '../release/look-and-decide.js';
import { startRun, withRun } from '../release/start-run.js';
import type { Reservation } from './reservation.js';

const mostRounds = 12;

/**
 * Makes or finds the draft of a release and reserves its version DOI, so that it can be written into the files
 * before they are frozen. Deposit then publishes into that draft. Publishes nothing.
 *
 * @throws DepositError NZ6021 where the version is published already, and whatever a deposit refuses
 */
export function reserveRelease(request: ReserveRequest): Promise<Reservation> {
  return withRun(request, contentOf(request), (run) => converge(request, run));
}

/**
 * What a reservation would do to the draft now: looks, decides, and sends nothing that writes.
 *
 * @throws DepositError as the reservation does
 */
export async function planReservation(request: ReserveRequest): Promise<readonly DepositStep[]> {
  const run = startRun(request, contentOf(request));
  return draftSteps(run, await decideDraft(request, run));
}

function contentOf({ metadata }: ReserveRequest) {
  return { metadata, files: [], locate: nothingToSend, concurrency: 1 };
}

async function converge(request: ReserveRequest, run: DepositRun): Promise<Reservation> {
  for (let round = 1; round <= mostRounds; round += 1) {
    const plan = await decideDraft(request, run);
    const steps = draftSteps(run, plan);
    await applyOrLookAgain(run, steps, round, round === mostRounds);
    if (run.prepared !== null) return reserve(request, run, run.prepared);
  }
  throw new DepositError([
    stop('NZ6015', 'The draft kept changing while its DOI was reserved.', 'Run again.'),
  ]);
}

async function decideDraft(request: ReserveRequest, run: DepositRun): Promise<DecidedPlan> {
  try {
    return await decide(request, run);
  } catch (error) {
    // Without files every published version has others.
    if (error instanceof DepositError && error.code === 'NZ6001') {
      throw new DepositError([alreadyPublished(run)], { cause: error });
    }
    throw error;
  }
}

// The steps of the deposit up to the draft with its metadata; files come later, from the bundle.
function draftSteps(run: DepositRun, plan: DecidedPlan): readonly DepositStep[] {
  if (plan.kind === 'wait') return [{ do: 'resume', draft: plan.draft }];
  if (plan.kind === 'unchanged' || plan.route === 'edit')
    throw new DepositError([alreadyPublished(run)]);
  return plan.steps.filter((step) =>
    ['create', 'start-version', 'resume', 'discard', 'update-metadata'].includes(step.do),
  );
}

async function reserve(
  request: ReserveRequest,
  run: DepositRun,
  depositionId: number,
): Promise<Reservation> {
  const { value } = await run.client.readDeposition(depositionId);
  if (value.state !== 'unsubmitted') throw new DepositError([alreadyPublished(run)]);
  await run.note('reserve the DOI of the draft', depositionId);
  const doi = await run.client.reserveDoi(value);
  run.own.clear();
  run.report({ kind: 'doi-reserved', depositionId, doi });
  return {
    schemaVersion: 1,
    release: request.release,
    environment: { name: request.environment.name, origin: run.client.origin },
    depositionId,
    conceptRecordId: value.conceptRecordId,
    doi,
    conceptDoi: value.conceptDoi ?? null,
    url: value.links.html,
  };
}

function alreadyPublished(run: DepositRun): ReturnType<typeof stop> {
  const version = desiredVersion(run.desired);
  return stop(
    'NZ6021',
    `Version ${version} is published already: its DOI is minted, none can be reserved.`,
    'Give the release a new version, then reserve.',
  );
}

function nothingToSend(): Promise<never> {
  return Promise.reject(new Error('A reservation sends no file.'));
}
