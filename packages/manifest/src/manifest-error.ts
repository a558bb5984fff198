import { CodedError } from '@nx-zenodo/findings';
import type { Finding, Place } from '@nx-zenodo/findings';

/** Every code this package speaks; each has a page docs/errors/<code>.md. */
export type ManifestCode = keyof typeof cures;

const cures = {
  NZ2501: 'List the file in the signature and freeze again, or take it from the artifacts.',
  NZ2502: 'Cure the failed checks and run the validation again.',
  NZ2503: 'Build the manifest again; it is generated and never edited by hand.',
  NZ2504: 'Build the manifest again and keep its bytes as they are written.',
  NZ2505: 'Run the git command by hand in the release root and cure what it reports.',
} as const;

/** Makes a finding of this package; all of them stop the release. */
export function finding(code: ManifestCode, message: string, place?: Place): Finding<ManifestCode> {
  const where = place === undefined ? {} : { place };
  return { code, severity: 'error', message, cure: cures[code], ...where };
}

/** No manifest can be made of this release, or what was read is none: carries every finding. */
export class ManifestError extends CodedError<ManifestCode> {}

/** Throws all findings as one error; does nothing when there are none. */
export function throwFindings(findings: readonly Finding<ManifestCode>[]): void {
  const [first, ...others] = findings;
  if (first !== undefined) throw new ManifestError([first, ...others]);
}
