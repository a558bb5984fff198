import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createNodesFromFiles } from '@nx/devkit';
import type { CreateNodesContextV2, CreateNodesResult, CreateNodesV2 } from '@nx/devkit';
import { releaseFiles } from './inference/release-files.js';
import { releaseTargets } from './inference/targets.js';
import type { PluginOptions } from './inference/targets.js';
import { pluginVersion } from './plugin-version.js';

/** The plugin's name as it stands in nx.json. */
export const name = 'nx-zenodo/plugin';

function inferRelease(
  configPath: string,
  options: PluginOptions | undefined,
  context: CreateNodesContextV2,
): CreateNodesResult {
  const root = dirname(configPath);
  const read = (path: string) => readText(join(context.workspaceRoot, root, path));
  const file = basename(configPath);
  const files = releaseFiles(read(file) ?? '', read);
  return {
    projects: {
      [root]: {
        root,
        targets: releaseTargets(
          file,
          files,
          pluginVersion,
          options ?? {},
          root.replaceAll('\\', '/'),
        ),
      },
    },
  };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Gives the targets of a release to every project that holds a zenodo.release.json. */
export const createNodes: CreateNodesV2<PluginOptions> = [
  '**/zenodo.release.json',
  (configPaths, options, context) =>
    createNodesFromFiles(inferRelease, configPaths, options ?? {}, context),
];

/** The name that Nx 21 and 22 look for. */
export const createNodesV2 = createNodes;
