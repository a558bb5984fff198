import type { ExecutorContext } from '@nx/devkit';
import { chainOrder } from '../../nx-release/chain-order.js';
import { executorOptions } from '../options.js';
import type { WrittenOptions } from '../options.js';
import deploy from '../zenodo-deploy/executor.js';
import { runTarget } from './run-target.js';

const { entries } = executorOptions['zenodo-deploy'];

/**
 * zenodo-deploy under the name that `nx release publish` calls, with the chain before it; what only npm's registry
 * knows is left out. The chain is run here, one target after the other, and is no dependency of the task: Nx
 * (23.2.1, `runPublishOnProjects`) takes the status of whichever task of a project ended last for that of the project,
 * so that a slow check which passes would hide a freeze which does not hold.
 */
export default async function releasePublish(
  written: WrittenOptions<'release-publish'>,
  context: ExecutorContext,
): Promise<{ success: boolean }> {
  const targets = context.projectsConfigurations.projects[context.projectName ?? '']?.targets ?? {};
  for (const target of chainOrder(targets, 'zenodo-deploy')) {
    if (!(await runTarget(targets, target, context))) return { success: false };
  }
  const known = Object.entries(written).filter(([key]) => key in entries);
  return deploy(Object.fromEntries(known), context);
}
