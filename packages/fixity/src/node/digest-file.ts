import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fileProblem, refusedReleasePath } from '../findings/file-findings.js';
import type { FileProblem } from '../findings/file-findings.js';
import { FixityError } from '../findings/fixity-error.js';
import { parseReleasePath } from '../release-path/release-path.js';
import type { FileDigest } from '../verified-release.js';
import { errorCode, linkOnTheWay, resolveRoot } from './resolve-inside.js';

/** A file digest with the md5 that Zenodo answers; md5 is for that comparison only, never for trust. */
export interface Md5FileDigest extends FileDigest {
  /** 32 lower-case hex digits. */
  readonly md5: string;
}

/**
 * Hashes one regular file below `root` in one pass. Throws {@link FixityError} when the path is not confined
 * (NZ1007, NZ1014), the file is missing (NZ1005), a link (NZ1008), not regular (NZ1009), unreadable (NZ1016)
 * or changes while it is read (NZ1015).
 */
export function digestFile(
  root: string,
  path: string,
  options: { readonly md5: true },
): Promise<Md5FileDigest>;
export function digestFile(
  root: string,
  path: string,
  options?: { readonly md5?: boolean },
): Promise<FileDigest>;
export async function digestFile(
  root: string,
  path: string,
  options: { readonly md5?: boolean } = {},
): Promise<FileDigest | Md5FileDigest> {
  const reading = parseReleasePath(path);
  if (!reading.ok) throw new FixityError([refusedReleasePath(reading, path)]);
  const algorithms = options.md5 === true ? ['sha256', 'md5'] : ['sha256'];
  const found = await hashInside(await resolveRoot(root), reading.path, algorithms);
  if ('problem' in found) throw new FixityError([fileProblem(found.problem, reading.path)]);
  const [sha256 = '', md5 = ''] = found.digests;
  const digest = { path: reading.path, size: found.size, sha256 };
  return options.md5 === true ? { ...digest, md5 } : digest;
}

/** Size in bytes and hex digests, in the order of the algorithms asked for. */
export interface Hashed {
  readonly size: number;
  readonly digests: readonly string[];
}

/** Hashes a confined path below a real folder; says what is in the way instead of throwing. */
export async function hashInside(
  base: string,
  path: string,
  algorithms: readonly string[],
): Promise<Hashed | { readonly problem: FileProblem }> {
  const link = await linkOnTheWay(base, path);
  if (link !== undefined) return { problem: link };
  let file: FileHandle | undefined;
  try {
    const entry = await lstat(join(base, path));
    if (!entry.isFile()) return { problem: { kind: 'not-regular', what: kindOf(entry) } };
    file = await open(join(base, path), readingFlags);
    return (await hashOpen(file, algorithms)) ?? { problem: { kind: 'unstable' } };
  } catch (error) {
    return { problem: problemOf(error, path) };
  } finally {
    await file?.close();
  }
}

// O_NOFOLLOW: a link put there since lstat is refused. O_NONBLOCK: a FIFO put there does not hang the run.
const readingFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

async function hashOpen(
  file: FileHandle,
  algorithms: readonly string[],
): Promise<Hashed | undefined> {
  const before = await file.stat({ bigint: true });
  const hashes = algorithms.map((algorithm) => createHash(algorithm));
  const buffer = Buffer.allocUnsafe(Math.min(1 << 20, Number(before.size) + 1));
  let size = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) break;
    size += bytesRead;
    if (size > before.size) return undefined;
    for (const hash of hashes) hash.update(buffer.subarray(0, bytesRead));
  }
  const after = await file.stat({ bigint: true });
  if (BigInt(size) !== before.size || !sameState(before, after)) return undefined;
  return { size, digests: hashes.map((hash) => hash.digest('hex')) };
}

function sameState(before: BigIntStats, after: BigIntStats): boolean {
  return before.size === after.size && before.mtimeNs === after.mtimeNs;
}

function problemOf(error: unknown, path: string): FileProblem {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'ELOOP') return { kind: 'link', at: path };
  return { kind: 'unreadable', reason: code };
}

/** What a directory entry is, in words. */
export function kindOf(entry: {
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
  isBlockDevice(): boolean;
}): string {
  if (entry.isDirectory()) return 'directory';
  if (entry.isFIFO()) return 'named pipe';
  if (entry.isSocket()) return 'socket';
  return entry.isBlockDevice() ? 'block device' : 'character device';
}
