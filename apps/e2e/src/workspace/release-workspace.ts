import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packedPackages, repository, run } from './packages.js';

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  /** Standard output and standard error, as a person sees them. */
  readonly output: string;
}

/** A fresh Nx workspace with the packed packages installed: no path leads back to the sources. */
export interface ReleaseWorkspace {
  readonly root: string;
  /** Port that its local Zenodo takes. */
  readonly port: number;
  /** Adds a copy of the sample release as a project of that name; gives its folder. */
  addRelease(project: string): string;
  nx(args: readonly string[], environment?: Readonly<Record<string, string>>): Outcome;
  git(...args: readonly string[]): string;
}

/** Installs a workspace; takes a minute, so a spec makes one and gives each test a project of its own. */
export async function createReleaseWorkspace(): Promise<ReleaseWorkspace> {
  const root = mkdtempSync(join(tmpdir(), 'nx-zenodo-e2e-'));
  const port = await freePort();
  writeWorkspaceFiles(root, packedPackages());
  run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'], root);
  const git = (...args: readonly string[]) => run('git', args, root);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.email', 'e2e@example.org');
  git('config', 'user.name', 'End to end');
  return {
    root,
    port,
    git,
    addRelease: (project) => addRelease(root, project),
    nx: (args, environment = {}) => nx(root, port, args, environment),
  };
}

function writeWorkspaceFiles(root: string, tarballs: readonly string[]): void {
  const { devDependencies } = readJson(join(repository, 'package.json'));
  const dependencies = Object.fromEntries(
    tarballs.map((path) => {
      const { name } = JSON.parse(run('tar', ['-xzOf', path, 'package/package.json'], root));
      return [name, `file:${path}`];
    }),
  );
  const packageJson = {
    name: 'fresh',
    private: true,
    dependencies,
    devDependencies: { nx: devDependencies['nx'], '@nx/devkit': devDependencies['@nx/devkit'] },
  };
  const nxJson = {
    analytics: false,
    neverConnectToCloud: true,
    plugins: ['nx-zenodo/plugin'],
    tui: { enabled: false },
  };
  writeFileSync(join(root, 'package.json'), JSON.stringify(packageJson, null, 2));
  writeFileSync(join(root, 'nx.json'), JSON.stringify(nxJson, null, 2));
  writeFileSync(join(root, '.gitignore'), 'node_modules\ndist\n.nx\n.zenodo-sandbox\n');
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

function nx(
  root: string,
  port: number,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Outcome {
  const inherited = Object.entries(process.env).filter(
    ([key]) => !/^(NX_|ZENODO_|JEST_|NODE_OPTIONS$)/.test(key),
  );
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/nx'), args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(inherited),
      NX_DAEMON: 'false',
      ZENODO_LOCAL_PORT: String(port),
      ...environment,
    },
  });
  return { code: status ?? -1, output: `${stdout}${stderr}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}

function readJson(path: string) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
