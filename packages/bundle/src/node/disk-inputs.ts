import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { digestFile, FixityError } from '@nx-zenodo/fixity';
import { blockBytes } from '../archive/archive-input.js';
import type { ArchiveInput } from '../archive/archive-input.js';
import {
  changedFile,
  isLfsPointer,
  lfsPointer,
  longestLfsPointer,
  provedBlocks,
} from '../archive/packed-file.js';
import type { PackedFile } from '../archive/packed-file.js';
import { BundleError, throwFindings } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';

/**
 * Files of the release as inputs of an archive. All are looked at first: what is missing, a link, no regular
 * file, of another size or a Git LFS pointer is told, by name, before a byte is written. Reads are synchronous:
 * for thousands of small files that is several times faster than asking the thread pool for each.
 */
export async function diskInputs(
  base: string,
  files: readonly PackedFile[],
): Promise<{
  readonly inputs: readonly ArchiveInput[];
  readonly findings: readonly BundleFinding[];
}> {
  const isRealFolder = folderTester(base);
  const allocate = allocator();
  const inputs: ArchiveInput[] = [];
  const findings: BundleFinding[] = [];
  for (const file of files) {
    const mode = isRealFolder(folderOf(file.path)) ? modeOf(base, file) : undefined;
    if (mode === undefined) findings.push(...(await explain(base, file)));
    else inputs.push(diskInput(base, file, (mode & 0o100) !== 0, allocate));
  }
  return { inputs, findings };
}

// Small files share slabs: a buffer of its own for each of thousands would keep the collector busy.
const slabBytes = 256 * 1024;
type Allocate = (size: number) => Buffer;

function allocator(): Allocate {
  let slab = Buffer.alloc(0);
  return (size) => {
    if (size > slabBytes / 4) return Buffer.allocUnsafe(size);
    if (slab.length < size) slab = Buffer.allocUnsafeSlow(slabBytes);
    const part = slab.subarray(0, size);
    slab = slab.subarray(size);
    return part;
  };
}

function diskInput(
  base: string,
  file: PackedFile,
  executable: boolean,
  allocate: Allocate,
): ArchiveInput {
  const { name, size } = file;
  return {
    name,
    size,
    executable,
    blocks: () => provedBlocks(file, readBlocks(base, file, allocate)),
  };
}

// The owner's bit only: what the umask does to the others must not show.
function modeOf(base: string, { path, size }: PackedFile): number | undefined {
  const found = lstatSync(join(base, path), { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === size ? found.mode : undefined;
}

function folderTester(base: string): (folder: string) => boolean {
  const known = new Map<string, boolean>([['', true]]);
  const test = (folder: string): boolean => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const found =
      test(folderOf(folder)) && lstatSync(join(base, folder), { throwIfNoEntry: false });
    const real = found !== false && found?.isDirectory() === true;
    known.set(folder, real);
    return real;
  };
  return test;
}

const folderOf = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

// Fixity names what is in the way (NZ1005 missing, NZ1008 link, …); what it can read has changed.
async function explain(base: string, file: PackedFile): Promise<readonly BundleFinding[]> {
  try {
    const { sha256 } = await digestFile(base, file.path);
    return [changedFile(file, `has the digest ${sha256}`)];
  } catch (thrown) {
    if (thrown instanceof FixityError) return thrown.findings;
    throw thrown;
  }
}

const readingFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function* readBlocks(base: string, file: PackedFile, allocate: Allocate): Generator<Uint8Array> {
  const handle = openFile(base, file);
  try {
    const size = fstatSync(handle).size;
    if (size !== file.size) throwFindings([changedFile(file, `has ${size} bytes`)]);
    for (let at = 0; at < size; at += blockBytes) {
      const block = allocate(Math.min(blockBytes, size - at));
      fill(handle, block, file);
      if (at === 0 && size < longestLfsPointer && isLfsPointer(block))
        throwFindings([lfsPointer(file.path)]);
      yield block;
    }
  } finally {
    closeSync(handle);
  }
}

function openFile(base: string, file: PackedFile): number {
  try {
    return openSync(join(base, file.path), readingFlags);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new BundleError([changedFile(file, `can no longer be read (${code})`)], { cause: error });
  }
}

function fill(handle: number, block: Buffer, file: PackedFile): void {
  for (let at = 0; at < block.length;) {
    const read = readSync(handle, block, at, block.length - at, null);
    if (read === 0) throwFindings([changedFile(file, 'became shorter while it was read')]);
    at += read;
  }
}
