import { lstat, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Stats } from 'node:fs';
import { fileProblem, refusedReleasePath, rootNotFolder } from '../findings/file-findings.js';
import type { FileProblem } from '../findings/file-findings.js';
import { FixityError } from '../findings/fixity-error.js';
import { systemProblem } from './hashing/thread-modules.js';
import { parseReleasePath } from '../release-path/release-path.js';

/**
 * The absolute path of `path` below `root`, for reading or for writing (what does not exist yet is allowed).
 * Throws {@link FixityError} NZ1007 or NZ1014 when the path is not confined, NZ1008 when it or a folder above it
 * (below the root) is a link, NZ1019 when `root` is no absolute folder. The root itself may lie behind a link.
 */
export async function resolveInside(root: string, path: string): Promise<string> {
  const reading = parseReleasePath(path);
  if (!reading.ok) throw new FixityError([refusedReleasePath(reading, path)]);
  const base = await resolveRoot(root);
  const problem = await linkOnTheWay(base, reading.path);
  if (problem !== undefined) throw new FixityError([fileProblem(problem, reading.path)]);
  return join(base, reading.path);
}

/** The real folder behind `root`; throws {@link FixityError} NZ1019. */
export async function resolveRoot(root: string): Promise<string> {
  try {
    if (isAbsolute(root) && (await stat(root)).isDirectory()) return await realpath(root);
  } catch (cause) {
    throw new FixityError([rootNotFolder(root)], { cause });
  }
  throw new FixityError([rootNotFolder(root)]);
}

/** The first link between `base` and `path`; undefined when there is none or the path ends before. */
export async function linkOnTheWay(base: string, path: string): Promise<FileProblem | undefined> {
  let at = '';
  for (const segment of path.split('/')) {
    at = at === '' ? segment : `${at}/${segment}`;
    let found: Stats;
    try {
      found = await lstat(join(base, at));
    } catch (error) {
      // What is not there yet is no link; all else (EACCES, ENAMETOOLONG) is told.
      const problem = systemProblem(error, at);
      return problem.kind === 'missing' ? undefined : problem;
    }
    if (found.isSymbolicLink()) return { kind: 'link', at };
  }
  return undefined;
}
