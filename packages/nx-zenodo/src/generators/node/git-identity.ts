import { execFileSync } from 'node:child_process';
import type { StdioOptions } from 'node:child_process';
import type { GitIdentity } from '../facts/git-facts.js';

/** The user and the origin as git knows them for a folder; null where git or the setting is missing. */
export function gitIdentity(folder: string): GitIdentity {
  return {
    userName: gitConfig(folder, 'user.name'),
    remoteUrl: gitConfig(folder, 'remote.origin.url'),
  };
}

function gitConfig(cwd: string, key: string): string | null {
  try {
    const stdio: StdioOptions = ['ignore', 'pipe', 'ignore'];
    return execFileSync('git', ['config', '--get', key], { cwd, encoding: 'utf8', stdio }).trim();
  } catch {
    return null;
  }
}
