import { execFileSync } from 'node:child_process';

// No configuration of the person or machine that runs the tests takes part.
const env = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05Z',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05Z',
};

/** Runs git in a folder and answers its output. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    env,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}

/** Makes the folder a repository with everything in it committed and tagged `v1`; answers the commit. */
export function tagAll(folder: string): string {
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'Freeze');
  git(folder, 'tag', '-a', 'v1', '-m', 'Freeze');
  return git(folder, 'rev-parse', 'HEAD');
}

/** Commits everything in the folder once more. */
export function commitAll(folder: string): string {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'After the freeze');
  return git(folder, 'rev-parse', 'HEAD');
}
