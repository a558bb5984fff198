import type { FinalizeFinding } from './finalize-error.js';

export function refusedPath(file: string, reason: string): FinalizeFinding {
  return {
    code: 'NZ8010',
    severity: 'error',
    message: `"${file}" ${reason}.`,
    cure: 'Name documents by paths below the root, with forward slashes and no links on the way.',
    place: { file },
  };
}

export function changedSincePlan(file: string): FinalizeFinding {
  return {
    code: 'NZ8011',
    severity: 'error',
    message: 'The document was changed after the plan was made; nothing was written.',
    cure: 'Plan again, look at the difference, and apply that.',
    place: { file },
  };
}

/** `reason` says what the document is or lacks, as a predicate. */
export function unreadDocument(file: string, reason: string): FinalizeFinding {
  return {
    code: 'NZ8018',
    severity: 'error',
    message: `The document ${reason}, so nothing can be written into it; nothing was written elsewhere.`,
    cure: 'Make it a regular file in UTF-8 that this user may read, or leave it out of finalize.',
    place: { file },
  };
}

/** `reason` is the name that the system gives the error, `written` what was written before it. */
export function unwrittenDocument(
  file: string,
  reason: string,
  written: readonly string[],
): FinalizeFinding {
  const before = written.length === 0 ? 'nothing' : written.join(', ');
  return {
    code: 'NZ8019',
    severity: 'error',
    message: `The document cannot be written: ${reason}. Written before it: ${before}.`,
    cure: 'Cure what the system reports (room on the disk, rights), then run again: only the rest is written.',
    place: { file },
  };
}

export function gitFailed(command: string, reason: string): FinalizeFinding {
  return {
    code: 'NZ8012',
    severity: 'error',
    message: `git ${command} failed: ${sentence(reason)}`,
    cure: 'Do what git says, then run again; documents that were written stay as they are.',
  };
}

export function otherFilesStaged(files: readonly string[]): FinalizeFinding {
  return {
    code: 'NZ8013',
    severity: 'error',
    message: `Other files are staged: ${files.join(', ')}.`,
    cure: 'Commit or unstage them, so that the commit holds only what finalize wrote.',
  };
}

export function tagTaken(tag: string, commit: string): FinalizeFinding {
  return {
    code: 'NZ8014',
    severity: 'error',
    message: `The tag ${tag} stands at ${commit}, and a published tag is not moved.`,
    cure: 'Choose another name for the tag, or leave it out.',
  };
}

export function pushRefused(remote: string, reason: string): FinalizeFinding {
  return {
    code: 'NZ8015',
    severity: 'error',
    message: `The commit was made, and ${remote} refused it: ${sentence(reason)}`,
    cure: 'Bring the branch up to date and push; the commit need not be made again.',
  };
}

// What git says may end with a full stop of its own.
function sentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
