import { join } from 'node:path';
import { freezeRelease } from '@nx-zenodo/fixity';
import type { FrozenGlobs } from './frozen-files.js';

/** Signs the files once they are on disk, and says what was signed. */
export async function freezeAfterwards(
  root: string,
  directory: string,
  signature: string,
  { include, exclude }: FrozenGlobs,
  say: (line: string) => void,
): Promise<void> {
  const frozen = await freezeRelease({ root: join(root, directory), signature, include, exclude });
  say(`✓ ${signature}: ${frozen.signature.entries} files signed`);
}
