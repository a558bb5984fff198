import type { Finding } from '@nx-zenodo/findings';
import { decodeErrorBody } from '@nx-zenodo/zenodo-api';
import type { ErrorBody } from '@nx-zenodo/zenodo-api';
import { effectSentence, ZenodoError } from '../zenodo-error.js';
import type { Effect, ZenodoErrorCode } from '../zenodo-error.js';

/** An answer with a status that was not hoped for. */
export interface RefusedAnswer {
  readonly operation: string;
  readonly status: number;
  /** Parsed body, or undefined where it was no JSON. */
  readonly json: unknown;
  readonly effect: Effect;
  /** Origin of the API, for cures that name a page. */
  readonly origin: string;
  /** How often it was tried. */
  readonly attempts: number;
}

interface Explanation {
  readonly code: ZenodoErrorCode;
  readonly cure: string;
}

/** Zenodo's refusal as a coded error: its own message, the fields it names, and what state things are in. */
export function refusalError(answer: RefusedAnswer): ZenodoError {
  const { operation, status, effect } = answer;
  const decoded = decodeErrorBody(answer.json);
  const body: ErrorBody = decoded.ok ? decoded.value : { message: 'no reason given', errors: [] };
  const { code, cure } = explain(answer, body.message);
  const tried = answer.attempts > 1 ? ` (tried ${answer.attempts} times)` : '';
  const reference = body.errorId === undefined ? '' : ` Zenodo's reference: ${body.errorId}.`;
  const head = `Could not ${operation}: Zenodo answered ${status} "${body.message}"${tried}.${reference} ${effectSentence(effect)}`;
  const fields = body.errors.map((error): Finding<ZenodoErrorCode> => {
    const said = error.messages.join(' ');
    const field = error.field === '' ? {} : { place: { field: error.field } };
    return { code, severity: 'error', message: `Zenodo says: ${said}`, cure, ...field };
  });
  return new ZenodoError([{ code, severity: 'error', message: head, cure }, ...fields], answer);
}

function explain(answer: RefusedAnswer, message: string): Explanation {
  const { status } = answer;
  if (status === 403 && !/locked/i.test(message)) {
    return {
      code: 'NZ5003',
      cure: `Check that the token belongs to ${answer.origin}, has not been revoked, has the scopes deposit:write and deposit:actions, and that its user may change this deposition.`,
    };
  }
  if (status === 413 || (status === 400 && /quota|file size exceeded|max amount/i.test(message))) {
    return {
      code: 'NZ5014',
      cure: 'Keep the release under 100 files and 50 GB, or ask Zenodo for more quota.',
    };
  }
  if (status === 400) {
    return { code: 'NZ5008', cure: 'Correct the values that Zenodo names, then run again.' };
  }
  if (status === 404 || status === 410) {
    return {
      code: 'NZ5009',
      cure: 'Check the id, and that the deposition still stands and is in the state that this step needs.',
    };
  }
  if (status === 429) {
    return { code: 'NZ5010', cure: 'Wait until the limit is lifted, then run again.' };
  }
  if (status >= 500) {
    return {
      code: 'NZ5011',
      cure: 'Run again later; if it lasts, report it to Zenodo with the reference.',
    };
  }
  return {
    code: 'NZ5015',
    cure: 'Look at the message and the state of the deposition on the site.',
  };
}
