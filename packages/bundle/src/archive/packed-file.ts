import { createHash } from 'node:crypto';
import { finding, throwFindings } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';

/** A file of the manifest that goes into the archive. */
export interface PackedFile {
  /** POSIX path relative to the release root. */
  readonly path: string;
  /** Its name in the archive. */
  readonly name: string;
  /** Bytes, as the manifest says. */
  readonly size: number;
  /** As the manifest says. */
  readonly sha256: string;
}

/** Hands blocks on and holds them, once they are through, against the manifest: BundleError NZ4007. */
export function* provedBlocks(
  file: PackedFile,
  blocks: Iterable<Uint8Array>,
): Generator<Uint8Array> {
  const hash = createHash('sha256');
  for (const block of blocks) {
    hash.update(block);
    yield block;
  }
  const found = hash.digest('hex');
  if (found !== file.sha256) throwFindings([changedFile(file, `has the digest ${found}`)]);
}

/** NZ4007: the file is not the one that was proved; `what` says how. */
export function changedFile({ path, size, sha256 }: PackedFile, what: string): BundleFinding {
  const message = `The file ${what}, the manifest says ${sha256} (${size} bytes).`;
  return finding('NZ4007', message, { file: path });
}

// https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md, "The Pointer": less than 1024 bytes, this first line.
const pointerStart = Buffer.from('version https://git-lfs.github.com/spec/');

/** True for the text that Git LFS leaves in the place of a file. */
export function isLfsPointer(beginning: Uint8Array): boolean {
  return pointerStart.equals(beginning.subarray(0, pointerStart.length));
}

/** The longest file that may be a pointer, bytes. */
export const longestLfsPointer = 1024;

/** NZ4013: a pointer in the place of its file. */
export function lfsPointer(path: string): BundleFinding {
  const message = 'The file is a Git LFS pointer, not the file it stands for.';
  return finding('NZ4013', message, { file: path });
}
