import { CodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';

/** Everything that this package can find; each code has a page in docs/errors. */
export type ForgeCode =
  | 'NZ8201'
  | 'NZ8202'
  | 'NZ8203'
  | 'NZ8204'
  | 'NZ8205'
  | 'NZ8206'
  | 'NZ8207'
  | 'NZ8208'
  | 'NZ8209'
  | 'NZ8210'
  | 'NZ8211'
  | 'NZ8212'
  | 'NZ8213'
  | 'NZ8214'
  | 'NZ8215';

export type ForgeFinding = Finding<ForgeCode>;

/** A forge refused, or could not be asked. */
export class ForgeError extends CodedError<ForgeCode> {}

/** Throws all findings as one error; does nothing when there is none. */
export function throwFindings(findings: readonly ForgeFinding[]): void {
  const [first, ...others] = findings;
  if (first !== undefined) throw new ForgeError([first, ...others]);
}
