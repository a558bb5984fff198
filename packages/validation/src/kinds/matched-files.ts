import type { ReleaseFiles } from '../release-files.js';
import { refuse } from '../validation-error.js';

/** True when a path is a pattern for many. */
export const isGlob = (path: string) => /[*?[\]{}!()]/.test(path);

/**
 * The files that a path or glob names, at least one. Throws ValidationError NZ2203 for a path that is not
 * there and NZ2215 for a glob that matches nothing.
 */
export async function matchedFiles(
  files: ReleaseFiles,
  pattern: string,
): Promise<readonly string[]> {
  const found = await files.find(pattern);
  if (found.length > 0) return found;
  return isGlob(pattern)
    ? refuse('NZ2215', `The glob ${pattern} matches no file.`, { file: pattern })
    : refuse('NZ2203', 'The file does not exist.', { file: pattern });
}
