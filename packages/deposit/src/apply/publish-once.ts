import type {
  DoneDeposition,
  InProgressDeposition,
  UnsubmittedDeposition,
} from '@nx-zenodo/zenodo-api';
import { ZenodoError } from '@nx-zenodo/zenodo-client';
import { DepositError, stop } from '../deposit-error.js';
import { compareWithList } from './compare-with-list.js';
import type { DepositRun } from './deposit-run.js';

/** A published deposition with the JSON that told so. */
export interface Published {
  readonly deposition: DoneDeposition;
  readonly answerTo: 'publish' | 'read';
  readonly answer: unknown;
}

/** Milliseconds between the looks after an answer that tells nothing. */
const looks = [0, 1000, 2000, 4000, 8000, 15_000];
const mostRequests = 3;

/**
 * Publishes a draft. A request whose effect is not known is followed by reading the deposition until it is
 * published, or long enough to be sure that it is not; only then is the request sent again, after another
 * comparison of the files: somebody had half a minute to change them. A proxy that answers 502 or 504 gives up
 * before Zenodo does, so the first look is not believed.
 *
 * @throws ZenodoError where Zenodo refuses; DepositError NZ6011 where the state stays unknown, NZ6009 where the
 *   files changed between two requests
 */
export async function publishOnce(
  run: DepositRun,
  draft: UnsubmittedDeposition | InProgressDeposition,
): Promise<Published> {
  for (let request = 1; ; request += 1) {
    await run.note('publish the draft', draft.id);
    run.report({ kind: 'publishing', depositionId: draft.id });
    try {
      const { value, json } = await run.client.publish(draft);
      return { deposition: value, answerTo: 'publish', answer: json };
    } catch (error) {
      if (!(error instanceof ZenodoError) || !isOpenQuestion(error)) throw error;
      const { operation, message: reason } = error;
      run.report({ kind: 'unclear', operation, reason });
      const published = await lookUntilKnown(run, draft, error);
      if (published !== undefined) return published;
      if (request === mostRequests) throw error;
      await compareWithList(run, draft);
    }
  }
}

// 404: published meanwhile, by another run or by the request before. 429: refused before it was worked on.
function isOpenQuestion(error: ZenodoError): boolean {
  return error.effect === 'unknown' || error.code === 'NZ5009' || error.code === 'NZ5010';
}

async function lookUntilKnown(
  run: DepositRun,
  draft: UnsubmittedDeposition | InProgressDeposition,
  cause: ZenodoError,
): Promise<Published | undefined> {
  for (const milliseconds of looks) {
    if (milliseconds > 0) {
      const reason = `reading deposition ${draft.id} until it is known whether it is published`;
      run.report({ kind: 'waiting', reason, milliseconds });
      await run.pause(milliseconds);
    }
    try {
      const { value, json } = await run.client.readDeposition(draft.id);
      if (value.state === 'done') return { deposition: value, answerTo: 'read', answer: json };
    } catch {
      // Whatever kept the last look from telling: what was not seen is not taken for a draft.
      if (milliseconds === looks.at(-1)) throw stateUnknown(draft.id, cause);
    }
  }
  return undefined;
}

function stateUnknown(depositionId: number, cause: ZenodoError): DepositError {
  return new DepositError(
    [
      stop(
        'NZ6011',
        `It is not known whether deposition ${depositionId} is published: the request was sent once, its answer was lost (${cause.message}), and the deposition cannot be read.`,
        'Run again when Zenodo can be reached: the state is read first, and nothing is published twice.',
      ),
    ],
    { cause },
  );
}
