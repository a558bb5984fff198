import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReleaseConfig } from '../../release-config/release-config.js';

/** Name of the environment that the receipt in the checkout speaks of; null where there is none. */
export async function readStandingEnvironment(config: ReleaseConfig): Promise<string | null> {
  const text = await readFile(join(config.root, config.receipt), 'utf8').catch(() => '');
  return /"environment":\s*\{\s*"name":\s*"(\w+)"/.exec(text)?.[1] ?? null;
}
