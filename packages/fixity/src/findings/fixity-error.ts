import { CodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';

/** Everything that this package can find; each code has a page in docs/errors. */
export type FixityCode =
  | 'NZ1001'
  | 'NZ1002'
  | 'NZ1003'
  | 'NZ1004'
  | 'NZ1005'
  | 'NZ1006'
  | 'NZ1007'
  | 'NZ1008'
  | 'NZ1009'
  | 'NZ1010'
  | 'NZ1011'
  | 'NZ1012'
  | 'NZ1013'
  | 'NZ1014'
  | 'NZ1015'
  | 'NZ1016'
  | 'NZ1017'
  | 'NZ1018'
  | 'NZ1019'
  | 'NZ1020'
  | 'NZ1021'
  | 'NZ1030'
  | 'NZ1031'
  | 'NZ1040'
  | 'NZ1041'
  | 'NZ1042'
  | 'NZ1043'
  | 'NZ1044'
  | 'NZ1045'
  | 'NZ1046'
  | 'NZ1047'
  | 'NZ1048'
  | 'NZ1049'
  | 'NZ1050'
  | 'NZ1051'
  | 'NZ1052'
  | 'NZ1053'
  | 'NZ1054';

export type FixityFinding = Finding<FixityCode>;

/** The release is not what was signed, or the question could not be asked: carries every finding of the run. */
export class FixityError extends CodedError<FixityCode> {}

/** What `work` comes to; where it was refused, what `told` makes of the findings. */
export async function orFindings<Outcome>(
  work: Promise<Outcome>,
  told: (findings: readonly FixityFinding[]) => Outcome,
): Promise<Outcome> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FixityError) return told(error.findings);
    throw error;
  }
}

/** Throws all `findings` as one error; does nothing when there are none. */
export function throwFindings(findings: readonly FixityFinding[], cause?: unknown): void {
  const [first, ...others] = findings;
  if (first === undefined) return;
  throw new FixityError([first, ...others], cause === undefined ? {} : { cause });
}
