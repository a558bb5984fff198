import { runExecutor } from '@nx/devkit';
import type { ExecutorContext, TargetConfiguration } from '@nx/devkit';
import bundle from '../bundle/executor.js';
import freezeVerify from '../freeze-verify/executor.js';
import freezeVerifyShard from '../freeze-verify-shard/executor.js';
import manifest from '../manifest/executor.js';
import metadata from '../metadata/executor.js';
import validate from '../validate/executor.js';

type Executor = (options: never, context: ExecutorContext) => Promise<{ success: boolean }>;

// Called by name and not through Nx, whose loader for plugins in source form is gone once an executor runs.
const ownExecutors = new Map<string | undefined, Executor>([
  ['nx-zenodo:freeze-verify', freezeVerify],
  ['nx-zenodo:freeze-verify-shard', freezeVerifyShard],
  ['nx-zenodo:validate', validate],
  ['nx-zenodo:manifest', manifest],
  ['nx-zenodo:metadata', metadata],
  ['nx-zenodo:bundle', bundle],
]);

/** Runs a target of the project that is being run, without what it depends on; whether it succeeded. */
export async function runTarget(
  targets: Readonly<Record<string, TargetConfiguration>>,
  target: string,
  context: ExecutorContext,
): Promise<boolean> {
  const { executor, options } = targets[target] ?? {};
  const own = ownExecutors.get(executor);
  if (own !== undefined) return (await own(options as never, context)).success;
  const project = context.projectName ?? '';
  for await (const { success } of await runExecutor({ project, target }, {}, context)) {
    if (!success) return false;
  }
  return true;
}
