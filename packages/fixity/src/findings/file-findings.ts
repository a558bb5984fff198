import type { FixityCode, FixityFinding } from './fixity-error.js';
import { quote } from './quote.js';

/** Why a file could not be hashed. */
export type FileProblem =
  | { readonly kind: 'missing' }
  /** `at` is the link: the file itself or a folder above it. */
  | { readonly kind: 'link'; readonly at: string }
  /** `what` is for example `directory` or `character device`. */
  | { readonly kind: 'not-regular'; readonly what: string }
  | { readonly kind: 'unstable' }
  /** `reason` is the system's error code, for example `EACCES`. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The code of each kind of problem. */
export const problemCodes: Readonly<Record<FileProblem['kind'], FixityCode>> = {
  missing: 'NZ1005',
  link: 'NZ1008',
  'not-regular': 'NZ1009',
  unstable: 'NZ1015',
  unreadable: 'NZ1016',
};

/** `path` is relative to the release root; `listedBy` says who names the file, for example `line 3 of "X.sha256"`. */
export function fileProblem(problem: FileProblem, path: string, listedBy?: string): FixityFinding {
  const { message, cure } = told(problem, path);
  const code = problemCodes[problem.kind];
  const by = listedBy === undefined ? '' : ` (${listedBy})`;
  return { code, severity: 'error', message: `${message}${by}.`, cure, place: { file: path } };
}

function told(problem: FileProblem, path: string): Pick<FixityFinding, 'message' | 'cure'> {
  const name = quote(path);
  switch (problem.kind) {
    case 'missing':
      return {
        message: `${name} does not exist`,
        cure: 'Restore the file, or freeze again without it.',
      };
    case 'link':
      return {
        message:
          problem.at === path
            ? `${name} is a symbolic link`
            : `${name} lies behind the symbolic link ${quote(problem.at)}`,
        cure: 'Put the file itself in place of the link.',
      };
    case 'not-regular':
      return {
        message: `${name} is a ${problem.what}, no regular file`,
        cure: 'List regular files only.',
      };
    case 'unstable':
      return {
        message: `${name} changed while it was read`,
        cure: 'Stop what writes to the file, then run again.',
      };
    case 'unreadable':
      return {
        message: `${name} cannot be read: ${problem.reason}`,
        cure: 'Make the file readable for the user who runs this.',
      };
  }
}

/** A file whose bytes are not those that were signed. */
export function changedFile(
  path: string,
  digests: { readonly algorithm: string; readonly signed: string; readonly found: string },
  listedBy: string,
): FixityFinding {
  const { algorithm, signed, found } = digests;
  return {
    code: 'NZ1006',
    severity: 'error',
    message: `${quote(path)} has changed since it was signed: ${algorithm} is ${found}, ${listedBy} says ${signed}.`,
    cure: 'Restore the file; if the change is wanted, freeze again and review the new signature.',
    place: { file: path },
  };
}

export function uncoveredArtifact(path: string, signature: string): FixityFinding {
  return {
    code: 'NZ1010',
    severity: 'error',
    message: `The artifact ${quote(path)} is not covered by the signature ${quote(signature)}.`,
    cure: 'Freeze again with the artifact included, or take it out of the release.',
    place: { file: path },
  };
}

/** A path that the release itself names (signature, artifact), not a line of the list. */
export function refusedReleasePath(
  refusal: { readonly code: 'NZ1007' | 'NZ1014'; readonly reason: string },
  written: string,
): FixityFinding {
  return {
    code: refusal.code,
    severity: 'error',
    message: `The path ${quote(written)} ${refusal.reason}.`,
    cure: 'Name a file below the release root, with forward slashes, in Unicode form C (NFC).',
  };
}

export function rootNotFolder(root: string): FixityFinding {
  return {
    code: 'NZ1019',
    severity: 'error',
    message: `The release root ${quote(root)} is no folder that can be read.`,
    cure: 'Give the absolute path of the folder that holds the release.',
  };
}

export function signatureProblem(problem: FileProblem, path: string): FixityFinding {
  const missing = problem.kind === 'missing';
  const { message } = told(problem, path);
  return {
    code: missing ? 'NZ1001' : 'NZ1002',
    severity: 'error',
    message: missing
      ? `The signature ${quote(path)} does not exist.`
      : `The signature cannot be read: ${message}.`,
    cure: missing
      ? 'Freeze the release first, or correct the path of the signature.'
      : 'Make the signature a regular, readable file in the release.',
    place: { file: path },
  };
}

export function nothingToFreeze(include: readonly string[]): FixityFinding {
  return {
    code: 'NZ1030',
    severity: 'error',
    message: `No file below the release root matches ${include.map(quote).join(', ') || 'an empty list of globs'}.`,
    cure: 'Correct the globs, which are relative to the release root.',
  };
}

/** A file whose size is not the one in the list (hashdeep writes sizes). */
export function wrongSize(
  path: string,
  sizes: { readonly signed: number; readonly found: number },
  listedBy: string,
): FixityFinding {
  return {
    code: 'NZ1006',
    severity: 'error',
    message: `${quote(path)} has ${sizes.found} bytes, ${listedBy} says ${sizes.signed}.`,
    cure: 'Restore the file; if the change is wanted, freeze again and review the new signature.',
    place: { file: path },
  };
}
