import { join } from 'node:path';
import { repository } from './packages.js';
import { serveProcess } from './served-process.js';
import type { Served } from './served-process.js';

/** GitHub's release pages on loopback. */
export type ServedForge = Served<{
  /** What git knows as the address of the remote. */
  readonly remote: string;
  readonly apiUrl: string;
  readonly token: string;
}>;

// The forge that the tests of its package run against; what writes to it is packed and installed.
const program = join(repository, 'packages/forge/src/testing/serve-forge.ts');

/** Starts a forge that has a release for each tag. */
export function serveForge(tags: readonly string[]): Promise<ServedForge> {
  const loader = ['--conditions=@nx-zenodo/source', '--import', '@swc-node/register/esm-register'];
  return serveProcess([...loader, program, 'github', ...tags], repository);
}
