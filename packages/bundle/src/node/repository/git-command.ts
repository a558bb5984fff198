import { execFile, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { repositoryEnvironment } from '../git-tree.js';

const run = promisify(execFile);
const mostOutput = 1 << 30;

/** Output of a reading git command, or null where git, the repository or what was named is missing. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<string | null> {
  try {
    const options = { cwd: folder, env: repositoryEnvironment(folder), maxBuffer: mostOutput };
    return (await run('git', [...args], options)).stdout;
  } catch {
    return null;
  }
}

/** What git answers to a list on its standard input, with its index elsewhere; throws when it fails. */
export async function tellGit(
  folder: string,
  args: readonly string[],
  input: string,
  index: string,
): Promise<string> {
  const env = { ...repositoryEnvironment(folder), GIT_INDEX_FILE: index, GIT_ATTR_NOSYSTEM: '1' };
  const child = spawn('git', [...args], { cwd: folder, env, stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // git may end before it has read all of it; its status says what that means.
  child.stdin.once('error', () => undefined);
  child.stdin.end(input);
  const [answer, status] = await Promise.all([text(child.stdout), ended]);
  if (status !== 0) throw new Error(`git ${args[0] ?? ''} ended with the status ${status}`);
  return answer;
}
