import type { Finding } from '@nx-zenodo/findings';

/** A file that is to hold a workflow: what is wanted, and what stands there. */
export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
  readonly standing: string | null;
}

/** NZ9120 for each file that somebody changed and nobody allowed to overwrite. */
export function checkWorkflows(files: readonly WorkflowFile[], overwrite: boolean): Finding[] {
  return files
    .filter(({ text, standing }) => !overwrite && standing !== null && standing !== text)
    .map(({ path }) => ({
      code: 'NZ9120',
      severity: 'error',
      message: `${path} is there already and holds something else.`,
      cure: 'Look at the difference with --overwrite --dry-run, then give --overwrite; nothing was written.',
      place: { file: path },
    }));
}

const gitlabRoot = '.gitlab-ci.yml';

/** GitLab reads one file only: where there is none, one that includes ours; where there is, a word. */
export function gitlabInclude(
  path: string,
  standing: string | null,
): { readonly file: WorkflowFile } | { readonly findings: readonly Finding[] } {
  if (standing === null) {
    return { file: { path: gitlabRoot, text: `include:\n  - local: ${path}\n`, standing } };
  }
  if (standing.includes(path)) return { findings: [] };
  return {
    findings: [
      {
        code: 'NZ9122',
        severity: 'warning',
        message: `${gitlabRoot} does not include ${path}, so GitLab does not run it.`,
        cure: `Add "- local: ${path}" below "include:" in ${gitlabRoot}.`,
        place: { file: gitlabRoot },
      },
    ],
  };
}
