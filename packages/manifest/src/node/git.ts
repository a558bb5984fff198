import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How a git command ended. */
export type GitAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly status: number | 'not-found'; readonly message: string };

/** Runs one reading git command in a folder, in plain English and without taking locks. */
export async function askGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' };
  try {
    const { stdout } = await run('git', [...args], { cwd: folder, env, maxBuffer: 64 << 20 });
    return { ok: true, text: stdout.trimEnd() };
  } catch (thrown) {
    const { code, stderr = '' } = thrown as { code?: string | number; stderr?: string };
    if (code === 'ENOENT')
      return { ok: false, status: 'not-found', message: 'git is not installed' };
    if (typeof code !== 'number') throw thrown;
    return { ok: false, status: code, message: stderr.trim() };
  }
}
