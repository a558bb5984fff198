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

/** A warning: the line proves nothing and counts for nothing, so that its file is as if it were not listed. */
export function unsupportedAlgorithm(
  place: ListPlace,
  algorithm: string,
  name: string,
): FixityFinding {
  return {
    code: 'NZ1017',
    severity: 'warning',
    message: `Line ${place.line} gives ${quote(name)} a digest of ${algorithm} only, which does not count.`,
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

/** A file that is listed twice; `digests` are the two when they disagree. */
export function duplicateEntry(
  file: string,
  path: string,
  lines: { readonly first: number; readonly again: number },
  digests?: { readonly algorithm: string; readonly first: string; readonly again: string },
): FixityFinding {
  const told = `${quote(path)} is listed on line ${lines.first} and again on line ${lines.again}`;
  const place = { file, line: lines.again };
  if (digests === undefined) {
    return {
      code: 'NZ1011',
      severity: 'warning',
      message: `${told}, with the same digest.`,
      cure: 'Remove one of the two lines.',
      place,
    };
  }
  return {
    code: 'NZ1012',
    severity: 'error',
    message: `${told}, with another ${digests.algorithm}: ${digests.first} and ${digests.again}.`,
    cure: 'Find out which of the two is right, and freeze again.',
    place,
  };
}

/** Two names that are one name where case does not count (macOS, Windows). */
export function twinNames(place: ListPlace, path: string, twin: string): FixityFinding {
  return {
    code: 'NZ1013',
    severity: 'error',
    message: `Line ${place.line} lists ${quote(path)}, which differs from ${quote(twin)} in case only.`,
    cure: 'Rename one of the two: on macOS and Windows they are one file.',
    place,
  };
}

export function listsItself(place: ListPlace): FixityFinding {
  return {
    code: 'NZ1021',
    severity: 'error',
    message: `Line ${place.line} lists the signature itself, which no digest can prove.`,
    cure: 'Remove the line; the digest of the signature is taken when it is read.',
    place,
  };
}

export function listTooLarge(file: string, size: number, most: number): FixityFinding {
  return {
    code: 'NZ1020',
    severity: 'error',
    message: `The signature ${quote(file)} has ${size} bytes; lists of up to ${most} bytes are read.`,
    cure: 'Split the release, or name the right file as its signature.',
    place: { file },
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
