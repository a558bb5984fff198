import { CodedError } from '@nx-zenodo/findings';
import type { Finding, Place } from '@nx-zenodo/findings';

/** Every code this package speaks; each has a page docs/errors/<code>.md. */
export type ValidationCode = keyof typeof cures;

// What to do, when the check itself says nothing better.
const cures = {
  NZ2201: 'Declare at least one check; a list of no checks proves nothing.',
  NZ2202: 'Write the check as the schema of zenodo.release.json describes it.',
  NZ2203: 'Produce the file, or correct the path in the check.',
  NZ2204: 'Name a regular file inside the release root, by a relative path with forward slashes.',
  NZ2205: 'Correct the text at that place so that it is JSON in UTF-8.',
  NZ2206: 'Correct the value, or the schema if it asks too much.',
  NZ2207: 'Correct the JSON Schema; keep every schema that it refers to inside it.',
  NZ2208: 'Write one whole JSON value on each line of the ledger.',
  NZ2209: 'Complete the ledger, or correct the number that the check states.',
  NZ2210: 'Sort the entries by time, or correct the time stamp.',
  NZ2211: 'Remove the doubled entry, or give it an identity of its own.',
  NZ2212: 'Correct the pointer, or write the value into the file.',
  NZ2213: 'Bring the values into agreement: generate again the one that is out of date.',
  NZ2214: 'Point at an array (or object) of numbers, or leave out reduce and decimals.',
  NZ2215: 'Produce the missing files, or correct the pattern.',
  NZ2216: 'Run the command by hand in the release root and cure what it reports.',
  NZ2217: 'Make the command faster, or raise timeLimitSeconds.',
  NZ2218: 'Install the program, or correct its name in argv.',
  NZ2219: 'Cure the checks that failed above.',
  NZ2220: 'Run the validation again and keep its report as it is written.',
  NZ2221: 'Run the validation again: the report is older than what it speaks of.',
  NZ2222: 'Cure the failed checks and run the validation again.',
} as const;

/** Makes a finding of this package; all of them stop the release. */
export function finding(
  code: ValidationCode,
  message: string,
  place?: Place,
): Finding<ValidationCode> {
  return {
    code,
    severity: 'error',
    message,
    cure: cures[code],
    ...(place === undefined ? {} : { place }),
  };
}

/** Something in a declared check or in a file it names that stops the check. */
export class ValidationError extends CodedError<ValidationCode> {}

/** Throws one finding. */
export function refuse(code: ValidationCode, message: string, place?: Place): never {
  throw new ValidationError([finding(code, message, place)]);
}
