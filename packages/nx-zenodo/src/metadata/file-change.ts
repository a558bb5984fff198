import { visible } from '@nx-zenodo/findings';
import { createTwoFilesPatch } from 'diff';

/** A metadata file that would be another; `before` is null where it does not exist yet. */
export interface FileChange {
  /** POSIX path relative to the release root. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
  /** Why, a sentence each. */
  readonly reasons: readonly string[];
}

/** The change as a person is shown it: a unified diff as `git diff` prints it, then the reasons. */
export function formatFileChange({ path, before, after, reasons }: FileChange): string {
  const from = before === null ? '/dev/null' : `a/${path}`;
  const patch = createTwoFilesPatch(from, `b/${path}`, before ?? '', after);
  // The first line is a rule of equal signs, which git does not draw.
  const diff = patch.slice(patch.indexOf('\n') + 1).trimEnd();
  return visible([diff, ...reasons.map((reason) => `  ${reason}`)].join('\n'));
}
