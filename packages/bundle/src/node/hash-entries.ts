import { digestFile, FixityError } from '@nx-zenodo/fixity';
import type { Md5FileDigest } from '@nx-zenodo/fixity';
import type { BundleFinding } from '../bundle-error.js';

/**
 * Hashes files below the root one after the other, and hands each digest to `judge`. What cannot be read is a
 * finding; the others are hashed all the same.
 */
export async function hashEntries<Entry extends { readonly path: string }>(
  root: string,
  entries: readonly Entry[],
  judge: (entry: Entry, digest: Md5FileDigest) => readonly BundleFinding[],
): Promise<readonly BundleFinding[]> {
  const findings: BundleFinding[] = [];
  for (const entry of entries) {
    try {
      findings.push(...judge(entry, await digestFile(root, entry.path, { md5: true })));
    } catch (thrown) {
      if (!(thrown instanceof FixityError)) throw thrown;
      findings.push(...thrown.findings);
    }
  }
  return findings;
}
