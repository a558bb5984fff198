import type { ChecksumEntry } from '../checksum-list/checksum-entry.js';
import type { FixityFinding } from './fixity-error.js';
import { quote } from './quote.js';

/** Where in a checksum list a finding points. */
export interface ListPlace {
  /** POSIX path of the list relative to the release root. */
  readonly file: string;
  readonly line: number;
}

export function malformedLine(place: ListPlace, text: string, reason: string): FixityFinding {
  return {
    code: 'NZ1004',
    severity: 'error',
    message: `Line ${place.line} cannot be read, ${reason}: ${quote(text)}.`,
    cure: 'Write the line as `sha256sum` does, or remove it; lines that begin with # are comments.',
    place,
  };
}

export function weakAlgorithm(place: ListPlace, algorithm: string, name: string): FixityFinding {
  return {
    code: 'NZ1017',
    severity: 'error',
    message: `Line ${place.line} gives ${quote(name)} a digest of ${algorithm}, which proves nothing here.`,
    cure: 'List the file with sha256 or sha512.',
    place,
  };
}

export function refusedPath(
  place: ListPlace,
  refusal: { readonly code: 'NZ1007' | 'NZ1014'; readonly reason: string },
  name: string,
): FixityFinding {
  const cure =
    refusal.code === 'NZ1007'
      ? 'List files by paths below the release root, with forward slashes.'
      : 'Rename the file to well-formed Unicode in form C (NFC), then freeze again.';
  const message = `Line ${place.line} lists ${quote(name)}, which ${refusal.reason}.`;
  return { code: refusal.code, severity: 'error', message, cure, place };
}

export function duplicateEntry(
  file: string,
  first: ChecksumEntry,
  again: ChecksumEntry,
): FixityFinding {
  const agree = first.digest === again.digest;
  const told = `${quote(again.path)} is listed on line ${first.line} and again on line ${again.line}`;
  return {
    code: agree ? 'NZ1011' : 'NZ1012',
    severity: agree ? 'warning' : 'error',
    message: agree
      ? `${told}, with the same digest.`
      : `${told}, with another ${again.algorithm} digest: ${first.digest} and ${again.digest}.`,
    cure: agree ? 'Remove one of the two lines.' : 'Find out which is right, and freeze again.',
    place: { file, line: again.line },
  };
}

export function nothingListed(file: string): FixityFinding {
  return {
    code: 'NZ1003',
    severity: 'error',
    message: `The signature ${quote(file)} holds no digest line: it proves nothing.`,
    cure: 'Freeze the release, so that every file stands there with its digest.',
    place: { file },
  };
}
