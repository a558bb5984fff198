import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CreateNodesContextV2, CreateNodesV2 } from '@nx/devkit';
import { readFiles } from './inference/chain-targets.js';
import { hiddenFiles } from './inference/node/hidden-files.js';
import { isPublishedPackage } from './inference/published-package.js';
import { releaseFiles } from './inference/release-files.js';
import type { ReleaseFiles } from './inference/release-files.js';
import { releaseTargets } from './inference/targets.js';
import type { PluginOptions } from './inference/targets.js';
import { pluginVersion } from './plugin-version.js';

/** The plugin's name as it stands in nx.json. */
export const name = 'nx-zenodo/plugin';

/** One zenodo.release.json and what could be read of it. */
interface FoundRelease {
  readonly configPath: string;
  readonly file: string;
  readonly root: string;
  readonly files: ReleaseFiles | null;
  readonly isPackage: boolean;
}

function findRelease(configPath: string, { workspaceRoot }: CreateNodesContextV2): FoundRelease {
  const folder = dirname(configPath);
  const read = (path: string) => readText(join(workspaceRoot, folder, path));
  const file = basename(configPath);
  const root = folder.replaceAll('\\', '/');
  const isPackage = isPublishedPackage(read('package.json'));
  return { configPath, file, root, files: releaseFiles(read(file) ?? '', read), isPackage };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

// Types of @nx/devkit only: every command of Nx loads this module, and devkit takes ten times as long as the rest.
/** Gives the targets of a release to every project that holds a zenodo.release.json. */
export const createNodes: CreateNodesV2<PluginOptions> = [
  '**/zenodo.release.json',
  (configPaths, options, context) => {
    const releases = configPaths.map((path) => findRelease(path, context));
    const read = releases.map(({ files, root }) => (files === null ? [] : readFiles(files, root)));
    const hidden = hiddenFiles(context.workspaceRoot, read);
    return releases.map(({ configPath, file, root, files, isPackage }, at) => {
      const release = { files, root, hidden: hidden[at] ?? null, isPackage };
      const targets = releaseTargets(file, release, pluginVersion, options ?? {});
      return [configPath, { projects: { [root]: { root, targets } } }];
    });
  },
];

/** The name that Nx 21 and 22 look for. */
export const createNodesV2 = createNodes;
