import { execFile, spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** What git answered; `status` is undefined when git could not be started. */
export interface GitAnswer {
  readonly status: number | undefined;
  readonly out: Buffer;
  readonly err: string;
}

const mostBytes = 512 * 1024 * 1024;

/** Runs git in a folder and waits; never asks, never fetches by itself, never takes another repository from the environment. */
export function runGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve) => {
    const options = { env: gitEnvironment(), maxBuffer: mostBytes, encoding: 'buffer' } as const;
    execFile('git', gitArguments(folder, args), options, (error, out, err) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : undefined;
      resolve({ status, out, err: err.toString('utf8').trim() });
    });
  });
}

/** Starts git in a folder, for who talks to it while it runs. */
export function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn('git', gitArguments(folder, args), { env: gitEnvironment() });
}

function gitArguments(folder: string, args: readonly string[]): string[] {
  // Replacement objects would show another history than the one that was tagged.
  return ['--no-replace-objects', '-c', 'core.fsmonitor=false', '-C', folder, ...args];
}

function gitEnvironment(): NodeJS.ProcessEnv {
  // A hook sets GIT_DIR and its kind, which would name another repository than the folder's.
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !name.startsWith('GIT_') || name.startsWith('GIT_CONFIG') || name === 'GIT_EXEC_PATH',
  );
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
}
