import { readFile } from 'node:fs/promises';
import { resolveInside } from '@nx-zenodo/fixity';
import { isLfsPointer, lfsPointer, longestLfsPointer } from '../archive/packed-file.js';
import type { BundleFinding } from '../bundle-error.js';

/** Names every file that is a Git LFS pointer: a record of pointers is a record of nothing. */
export async function findLfsPointers(
  root: string,
  files: readonly { readonly path: string; readonly size: number }[],
): Promise<readonly BundleFinding[]> {
  const findings: BundleFinding[] = [];
  for (const { path, size } of files) {
    if (size >= longestLfsPointer) continue;
    const bytes = await readFile(await resolveInside(root, path));
    if (isLfsPointer(bytes)) findings.push(lfsPointer(path));
  }
  return findings;
}
