import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { CreateNodesContextV2, CreateNodesV2, ProjectConfiguration } from '@nx/devkit';
import {
  archiveProjectName,
  archiveRecordTargets,
  archiveTargets,
} from './inference/archive-targets.js';
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
/** Gives their targets to every project that holds a zenodo.release.json or a zenodo.archive.json. */
export const createNodes: CreateNodesV2<PluginOptions> = [
  '**/zenodo.{release,archive}.json',
  (configPaths, options, context) => {
    const archives = configPaths.filter((path) => basename(path) === 'zenodo.archive.json');
    const releases = configPaths
      .filter((path) => !archives.includes(path))
      .map((path) => findRelease(path, context));
    const read = releases.map(({ files, root }) => (files === null ? [] : readFiles(files, root)));
    const hidden = hiddenFiles(context.workspaceRoot, read);
    const inferred = releases.map(({ configPath, file, root, files, isPackage }, at) => {
      const release = { files, root, hidden: hidden[at] ?? null, isPackage };
      const targets = releaseTargets(file, release, pluginVersion, options ?? {});
      return found(configPath, root, { targets });
    });
    const roots = new Set(releases.map(({ root }) => root));
    return [...inferred, ...archives.map((path) => inferArchive(path, roots, options, context))];
  },
];

type Found = readonly [string, { projects: Record<string, ProjectConfiguration> }];

function found(
  configPath: string,
  root: string,
  project: Partial<ProjectConfiguration>,
): [...Found] {
  return [configPath, { projects: { [root]: { root, ...project } } }];
}

// A release in the same folder has these targets of a record already.
function inferArchive(
  configPath: string,
  releases: ReadonlySet<string>,
  options: PluginOptions | undefined,
  { workspaceRoot }: CreateNodesContextV2,
): [...Found] {
  const root = dirname(configPath).replaceAll('\\', '/');
  const file = basename(configPath);
  const text = readText(join(workspaceRoot, configPath)) ?? '';
  const name = archiveProjectName(text);
  const targets = {
    ...(releases.has(root) ? {} : archiveRecordTargets(file)),
    ...archiveTargets(file, text, pluginVersion, options?.inputs),
  };
  return found(configPath, root, { ...(name === undefined ? {} : { name }), targets });
}

/** The name that Nx 21 and 22 look for. */
export const createNodesV2 = createNodes;
