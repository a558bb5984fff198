import { CodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';

/** Everything that this package can find; each code has a page in docs/errors. */
export type FinalizeCode =
  | 'NZ8001'
  | 'NZ8002'
  | 'NZ8003'
  | 'NZ8004'
  | 'NZ8005'
  | 'NZ8006'
  | 'NZ8007'
  | 'NZ8008'
  | 'NZ8009'
  | 'NZ8010'
  | 'NZ8011'
  | 'NZ8012'
  | 'NZ8013'
  | 'NZ8014'
  | 'NZ8015'
  | 'NZ8016'
  | 'NZ8017'
  | 'NZ8018'
  | 'NZ8019'
  | 'NZ8020'
  | 'NZ8021'
  | 'NZ8022'
  | 'NZ8023'
  | 'NZ8024'
  | 'NZ8025';

export type FinalizeFinding = Finding<FinalizeCode>;

/** What follows publication could not be written: carries every finding of the run. */
export class FinalizeError extends CodedError<FinalizeCode> {}

/** Throws every error among `findings` as one; does nothing when there is none. */
export function throwErrors(findings: readonly FinalizeFinding[]): void {
  const [first, ...others] = findings.filter(({ severity }) => severity === 'error');
  if (first !== undefined) throw new FinalizeError([first, ...others]);
}
