import { CodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';

/** The codes of this package; each has a page in docs/errors. */
export type ZenodoErrorCode =
  | 'NZ5001'
  | 'NZ5002'
  | 'NZ5003'
  | 'NZ5004'
  | 'NZ5005'
  | 'NZ5006'
  | 'NZ5007'
  | 'NZ5008'
  | 'NZ5009'
  | 'NZ5010'
  | 'NZ5011'
  | 'NZ5012'
  | 'NZ5013'
  | 'NZ5014'
  | 'NZ5015'
  | 'NZ5016';

/**
 * What the failed request left behind: `none` when it certainly changed nothing,
 * `unknown` when it may have taken effect, so that the state has to be read before anything is repeated.
 */
export type Effect = 'none' | 'unknown';

/** Facts of the exchange that failed. */
export interface FailedExchange {
  /** What was attempted, as in "publish deposition 7". */
  readonly operation: string;
  readonly effect: Effect;
  /** Absent when no answer came. */
  readonly status?: number;
}

/** Zenodo, or the way to it, said no. Never carries the token. */
export class ZenodoError extends CodedError<ZenodoErrorCode> {
  readonly operation: string;
  readonly effect: Effect;
  readonly status: number | undefined;

  constructor(
    findings: readonly [Finding<ZenodoErrorCode>, ...Finding<ZenodoErrorCode>[]],
    exchange: FailedExchange,
    options?: { cause?: unknown },
  ) {
    super(findings, options);
    this.operation = exchange.operation;
    this.effect = exchange.effect;
    this.status = exchange.status;
  }
}

/** A ZenodoError with one finding. */
export function zenodoError(
  code: ZenodoErrorCode,
  exchange: FailedExchange,
  { message, cure }: Pick<Finding, 'message' | 'cure'>,
  options?: { cause?: unknown },
): ZenodoError {
  return new ZenodoError([{ code, severity: 'error', message, cure }], exchange, options);
}

/** The sentence that tells what state things are in. */
export function effectSentence(effect: Effect): string {
  return effect === 'none'
    ? 'Nothing was changed.'
    : 'Whether it took effect is not known: read the state before repeating it.';
}
