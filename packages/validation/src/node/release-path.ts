import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { refuse } from '../validation-error.js';

/** Refuses a path (or glob) that is not plainly below the root: ValidationError NZ2204. */
export function checkRelative(path: string): void {
  const unsafe =
    path.startsWith('/') ||
    path.includes('\\') ||
    path.includes('\0') ||
    /^[A-Za-z]:/.test(path) ||
    path.split('/').includes('..');
  if (unsafe)
    refuse('NZ2204', 'The path leaves the release root, or is not a relative path.', {
      file: path,
    });
}

/**
 * The absolute path of a regular file below the root, with every link on the way followed and found inside.
 * Throws ValidationError NZ2203 when nothing is there, NZ2204 when it is no regular file or lies outside.
 */
export async function resolveRegularFile(root: string, path: string): Promise<string> {
  checkRelative(path);
  const realRoot = await realpath(root);
  const real = await realpath(join(realRoot, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    return refuse('NZ2203', 'The file does not exist.', { file: path });
  });
  const inside = relative(realRoot, real);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    refuse('NZ2204', 'The path is a link that leads out of the release root.', { file: path });
  }
  if (!(await lstat(real)).isFile())
    refuse('NZ2204', 'The path is no regular file.', { file: path });
  return real;
}
