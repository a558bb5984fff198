import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';

// A question never changes the repository, and git answers it in English.
const environment = () => ({
  ...process.env,
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
});

/** What git prints; null without git, without a repository, or where it refuses. */
export function askGit(folder: string, ...args: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: environment(), maxBuffer: 64 << 20 };
    execFile('git', args, options, (error, stdout) => resolve(error === null ? stdout : null));
  });
}

/** Address of a remote, null without one. */
export async function readRemoteUrl(folder: string, remote = 'origin'): Promise<string | null> {
  return (await askGit(folder, 'config', '--get', `remote.${remote}.url`))?.trim() ?? null;
}

/** The folder in its repository, POSIX, `.` for the top; null outside of any. */
export async function readRepositoryPath(folder: string): Promise<string | null> {
  const prefix = await askGit(folder, 'rev-parse', '--show-prefix');
  return prefix === null ? null : prefix.trim().replace(/\/$/, '') || '.';
}

/** Whether a file is committed as it stands; null outside of a repository. */
export async function isCommitted(folder: string, path: string): Promise<boolean | null> {
  const tracked = await askGit(folder, 'ls-tree', '--name-only', 'HEAD', '--', path);
  const changed = await askGit(folder, 'status', '--porcelain', '--', path);
  if (changed === null) return null;
  return (tracked ?? '').trim() !== '' && changed.trim() === '';
}

/** The bytes of a file at a tag; `path` is relative to the folder. Throws where git has none. */
export async function* readAtTag(
  folder: string,
  tag: string,
  path: string,
): AsyncGenerator<Uint8Array> {
  const object = `refs/tags/${tag}:./${path}`;
  const child = spawn('git', ['cat-file', 'blob', object], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  yield* child.stdout as AsyncIterable<Uint8Array>;
  const [status] = (await ended) as [number | null];
  if (status !== 0) throw new Error(`git has no ${object}`);
}
