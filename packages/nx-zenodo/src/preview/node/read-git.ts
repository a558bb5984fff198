import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { GithubContributor } from '@nx-zenodo/metadata';
import { parseShortlog } from '../git-authors.js';

const run = promisify(execFile);

// Without git, a repository or a commit there is nothing to tell: a preview does without.
async function git(cwd: string, ...args: string[]): Promise<string | null> {
  try {
    const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
    const { stdout } = await run('git', args, { cwd, env, maxBuffer: 16 << 20 });
    return stdout;
  } catch {
    return null;
  }
}

/** Address of the remote `origin`, null without one. */
export async function readRemoteUrl(root: string): Promise<string | null> {
  return (await git(root, 'config', '--get', 'remote.origin.url'))?.trim() ?? null;
}

/** The authors of the repository by commits, most first. */
export async function readGitAuthors(root: string): Promise<readonly GithubContributor[]> {
  return parseShortlog((await git(root, 'shortlog', '-sn', '--no-merges', 'HEAD')) ?? '');
}
