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

export function gitFailed(command: string, reason: string): FinalizeFinding {
  return {
    code: 'NZ8012',
    severity: 'error',
    message: `git ${command} failed: ${reason}.`,
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
    message: `The commit was made, and ${remote} refused it: ${reason}.`,
    cure: 'Bring the branch up to date and push; the commit need not be made again.',
  };
}
