import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExecutorContext } from '@nx/devkit';

/** What an executor came to, and what a person saw of it. */
export interface PlayedTarget {
  readonly success: boolean;
  readonly output: string;
}

type Played = (options: never, context: ExecutorContext) => Promise<{ success: boolean }>;

/** A repository with one project `survey` below `releases/`, whose targets are run in this process. */
export interface ReleasePlay {
  /** Top of repository and workspace. */
  readonly top: string;
  /** Folder of the project. */
  readonly root: string;
  run(executor: Played, options?: Readonly<Record<string, unknown>>): Promise<PlayedTarget>;
  read(path: string): string;
  write(path: string, text: string): void;
  git(...args: readonly string[]): string;
  close(): void;
}

const project = 'releases/survey';

/** Variables that decide where a target goes are taken away, and the local Zenodo gets a port of its own. */
export async function openReleasePlay(
  files: Readonly<Record<string, string>>,
): Promise<ReleasePlay> {
  const top = mkdtempSync(join(tmpdir(), 'release-play-'));
  const root = join(top, project);
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) {
    if (/^(ZENODO_|GIT|CI|FORGEJO|NX_DRY_RUN)/.test(name)) delete process.env[name];
  }
  process.env['ZENODO_LOCAL_PORT'] = String(await freePort());
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: top, encoding: 'utf8', stdio: 'pipe' });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ada');
  git('config', 'user.email', 'ada@example.org');
  writeFileSync(join(top, '.gitignore'), 'dist\n.zenodo-sandbox\n');
  return {
    top,
    root,
    git,
    write,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    run: (executor, options = {}) => run(executor, options, top),
    close: () => {
      process.env = before;
      rmSync(top, { recursive: true });
    },
  };
}

async function run(
  executor: Played,
  options: Readonly<Record<string, unknown>>,
  root: string,
): Promise<PlayedTarget> {
  const projects = { survey: { root: project, targets: {} } };
  const context = { root, projectName: 'survey', projectsConfigurations: { version: 2, projects } };
  const seen: string[] = [];
  const written = [process.stdout, process.stderr].map((stream) => {
    const { write } = stream;
    stream.write = ((text: string) => seen.push(text) > 0) as typeof write;
    return () => void (stream.write = write);
  });
  try {
    const { success } = await executor(options as never, context as unknown as ExecutorContext);
    return { success, output: seen.join('') };
  } finally {
    for (const restore of written) restore();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
