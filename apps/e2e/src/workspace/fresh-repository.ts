import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { attempt, run } from './packages.js';
import type { Outcome } from './packages.js';

/** A repository of somebody who never heard of ours, with a git of its own. */
export interface FreshRepository {
  readonly root: string;
  /** Port that its local Zenodo takes. */
  readonly port: number;
  /** Folder whose node_modules hold Nx and the plugin. */
  readonly installation: string;
  write(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
  /** Runs the Nx of the repository as its user does. */
  nx(args: readonly string[], environment?: Readonly<Record<string, string>>): Outcome;
  git(...args: readonly string[]): string;
  /** Commits everything; from then on `changes` is empty. */
  commit(message: string): void;
  /** Files that differ from the last commit, as git tells them. */
  changes(): string;
}

/** How Nx is there: in node_modules beside package.json, or in .nx/installation without one. */
export type Installation = 'node_modules' | '.nx/installation';

/** Makes an empty repository in a temporary folder. */
export async function createFreshRepository(kind: Installation): Promise<FreshRepository> {
  const root = mkdtempSync(join(process.env['E2E_FOLDER'] ?? tmpdir(), 'repository-'));
  const port = await freePort();
  const git = (...args: readonly string[]) => run('git', args, root);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.email', 'e2e@example.org');
  git('config', 'user.name', 'End to end');
  const isPlain = kind === '.nx/installation';
  const launcher = join(root, isPlain ? 'nx' : 'node_modules/.bin/nx');
  return {
    root,
    port,
    installation: isPlain ? join(root, kind) : root,
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    nx: (args, environment = {}) =>
      attempt(launcher, args, root, { ZENODO_LOCAL_PORT: String(port), ...environment }),
    git,
    commit: (message) => {
      git('add', '-A');
      git('commit', '--quiet', '-m', message);
    },
    changes: () => git('status', '--porcelain'),
  };
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
