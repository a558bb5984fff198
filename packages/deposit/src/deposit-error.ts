import { CodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';

/** The codes of this package; each has a page in docs/errors. */
export type DepositErrorCode =
  | 'NZ6001'
  | 'NZ6002'
  | 'NZ6003'
  | 'NZ6004'
  | 'NZ6005'
  | 'NZ6006'
  | 'NZ6007'
  | 'NZ6008'
  | 'NZ6009'
  | 'NZ6010'
  | 'NZ6011'
  | 'NZ6012'
  | 'NZ6013'
  | 'NZ6014'
  | 'NZ6015'
  | 'NZ6016'
  | 'NZ6017'
  | 'NZ6018'
  | 'NZ6019'
  | 'NZ6020'
  | 'NZ6021'
  | 'NZ6022'
  | 'NZ6023'
  | 'NZ6024';

/** A finding of this package. */
export type DepositFinding = Finding<DepositErrorCode>;

/** A deposit that was stopped: before anything irreversible, or with what is known of the state afterwards. */
export class DepositError extends CodedError<DepositErrorCode> {}

/** A finding that stops the deposit. */
export function stop(code: DepositErrorCode, message: string, cure: string): DepositFinding {
  return { code, severity: 'error', message, cure };
}
