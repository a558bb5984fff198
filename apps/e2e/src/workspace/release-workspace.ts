import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFreshRepository } from './fresh-repository.js';
import type { FreshRepository } from './fresh-repository.js';
import { repository, run } from './packages.js';
export type { Outcome } from './packages.js';

/** A fresh Nx workspace with the packages installed: no path leads back to the sources. */
export interface ReleaseWorkspace extends FreshRepository {
  /** Adds a copy of the sample release as a project of that name; gives its folder. */
  addRelease(project: string): string;
}

/** Versions of Nx and of the plugin that a workspace asks for. */
export const nxVersion = pinned('nx');

/** Installs a workspace; takes a minute, so a spec makes one and gives each test a project of its own. */
export async function createReleaseWorkspace(): Promise<ReleaseWorkspace> {
  const workspace = await createFreshRepository('node_modules');
  workspace.write({
    'package.json': JSON.stringify({
      name: 'fresh',
      private: true,
      devDependencies: { nx: nxVersion, '@nx/devkit': nxVersion, 'nx-zenodo': '*' },
    }),
    'nx.json': JSON.stringify({
      analytics: false,
      neverConnectToCloud: true,
      plugins: ['nx-zenodo/plugin'],
      tui: { enabled: false },
    }),
    '.gitignore': 'node_modules\ndist\n.nx\n.zenodo-sandbox\n',
  });
  run('npm', ['install'], workspace.root);
  return { ...workspace, addRelease: (project) => addRelease(workspace.root, project) };
}

function addRelease(root: string, project: string): string {
  const folder = join(root, 'releases', project);
  mkdirSync(folder, { recursive: true });
  const tracked = run('git', ['ls-files', '-z', 'apps/lukhas'], repository)
    .split('\0')
    .filter(Boolean);
  for (const path of tracked) {
    cpSync(join(repository, path), join(folder, path.slice('apps/lukhas/'.length)));
  }
  writeFileSync(join(folder, 'project.json'), JSON.stringify({ name: project }));
  // A title of its own: the same title, version and files would be the same record.
  const metadata = join(folder, 'zenodo.metadata.json');
  const title = '"title": "LUKHΛS AI — T4/0.01% Infrastructure';
  const text = readFileSync(metadata, 'utf8');
  writeFileSync(metadata, text.replace(title, `${title} (${project})`));
  return folder;
}

function pinned(name: string): string {
  const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  return devDependencies[name];
}
