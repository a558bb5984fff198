import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { refusedPath } from '../findings/repository-findings.js';
import { FinalizeError } from '../findings/finalize-error.js';
import { isAbsent } from './system-error.js';

/**
 * The absolute path of a document below `root`; what does not exist yet is allowed.
 *
 * @throws FinalizeError NZ8010 when the path could name a place outside on any platform, or a link lies on the way
 */
export async function confinedPath(root: string, path: string): Promise<string> {
  const reason = reasonAgainst(path);
  if (reason !== null) throw new FinalizeError([refusedPath(path, reason)]);
  const base = await realpath(root);
  let at = base;
  for (const segment of path.split('/')) {
    at = join(at, segment);
    const found = await lstat(at).catch(absent);
    if (found === null) break;
    if (found.isSymbolicLink())
      throw new FinalizeError([refusedPath(path, 'leads through a link')]);
  }
  return join(base, ...path.split('/'));
}

function reasonAgainst(path: string): string | null {
  if (path === '' || path.includes('\0')) return 'names no file';
  if (isAbsolute(path) || /^(?:[/\\]|[A-Za-z]:)/.test(path)) return 'is absolute';
  if (path.includes('\\')) return 'has backslashes';
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    return 'has empty, "." or ".." segments';
  }
  if (path.split('/')[0]?.toLowerCase() === '.git') return 'lies in the repository itself';
  return null;
}

function absent(error: unknown): null {
  if (isAbsent(error)) return null;
  throw error;
}
