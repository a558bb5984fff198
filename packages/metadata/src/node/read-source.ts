import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Finding } from '@nx-zenodo/findings';
import { finding } from '../metadata-error.js';
import type { MetadataSource } from '../release-metadata.js';

/** Larger metadata files are refused unread: the largest real one measured has 0.2 MB. */
export const MAX_SOURCE_BYTES = 4 * 1024 * 1024;

/** The bytes of a source and their digest, or why there are none; `findings` is empty for an absent file. */
export interface ReadSource {
  readonly bytes: Buffer | null;
  readonly source: MetadataSource | null;
  readonly findings: readonly Finding[];
}

const nothing = (...findings: Finding[]): ReadSource => ({ bytes: null, source: null, findings });

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function confine(root: string, path: string): Promise<string | null> {
  const isOdd = isAbsolute(path) || /^[a-zA-Z]:|\\|\0/.test(path);
  if (isOdd || !isBelow(root, resolve(root, path))) return null;
  const [realRoot, real] = await Promise.all([realpath(root), realpath(resolve(root, path))]);
  return isBelow(realRoot, real) ? real : null;
}

/** The code of an error of the operating system; errors of another realm are no instances of ours. */
const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));

/** Reads a file below the root, whole, up to a limit. Links that lead out of the root are refused. */
export async function readSource(root: string, path: string): Promise<ReadSource> {
  try {
    const real = await confine(root, path);
    if (real === null) {
      const message = `\`${path}\` leads out of the release root.`;
      return nothing(finding('NZ3007', { message, place: { file: path } }));
    }
    return await readWhole(real, path);
  } catch (error) {
    if (isAbsent(error)) return nothing();
    const reason = codeOf(error) || String(error);
    const message = `${path} cannot be read (${reason}).`;
    const cure = 'Make it a regular file that this user may read.';
    return nothing(finding('NZ3001', { message, cure, place: { file: path } }));
  }
}

async function readWhole(real: string, path: string): Promise<ReadSource> {
  // To open a named pipe would wait for its writer.
  const handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const entry = await handle.stat();
    const { size } = entry;
    if (!entry.isFile() && !entry.isDirectory()) {
      const message = `${path} is no regular file.`;
      const cure = 'Make it a regular file that this user may read.';
      return nothing(finding('NZ3001', { message, cure, place: { file: path } }));
    }
    if (size > MAX_SOURCE_BYTES) {
      const message = `${path} has ${size} bytes; metadata files are read up to ${MAX_SOURCE_BYTES}.`;
      return nothing(finding('NZ3006', { message, place: { file: path } }));
    }
    const bytes = await handle.readFile();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, source: { path, sha256 }, findings: [] };
  } finally {
    await handle.close();
  }
}
