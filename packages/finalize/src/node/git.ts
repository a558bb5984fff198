import { execFile } from 'node:child_process';
import { gitFailed } from '../findings/repository-findings.js';
import { FinalizeError } from '../findings/finalize-error.js';

/** What a git command printed. */
export interface GitAnswer {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs git in a folder, without a shell; its messages in English, never asking for anything. */
export function askGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve) => {
    execFile(
      'git',
      ['-C', folder, ...args],
      {
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_LITERAL_PATHSPECS: '1' },
      },
      (error, stdout, stderr) => {
        const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
        resolve({ status, stdout, stderr: stderr || (error?.message ?? '') });
      },
    );
  });
}

/**
 * The same, for a command that must succeed.
 *
 * @throws FinalizeError NZ8012 with what git said
 */
export async function runGit(folder: string, args: readonly string[]): Promise<string> {
  const answer = await askGit(folder, args);
  if (answer.status !== 0) throw new FinalizeError([gitFailed(args[0] ?? '', reasonOf(answer))]);
  return answer.stdout;
}

/** The last words of git, without the credentials that a URL may carry. */
export function reasonOf({ stderr, stdout }: GitAnswer): string {
  const lines = (stderr.trim() || stdout.trim()).split('\n').filter((line) => line.trim() !== '');
  return lines
    .slice(-3)
    .join(' ')
    .replace(/(https?:\/\/)[^/\s@]+@/g, '$1');
}
