import type { ExecutorContext } from '@nx/devkit';
import { executorOptions } from '../options.js';
import type { WrittenOptions } from '../options.js';
import deploy from '../zenodo-deploy/executor.js';

const { entries } = executorOptions['zenodo-deploy'];

/** zenodo-deploy under the name that `nx release publish` calls; what only npm's registry knows is left out. */
export default function releasePublish(
  written: WrittenOptions<'release-publish'>,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const known = Object.entries(written).filter(([key]) => key in entries);
  return deploy(Object.fromEntries(known), context);
}
