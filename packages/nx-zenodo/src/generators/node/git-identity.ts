import { execFileSync } from 'node:child_process';
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
    const options = { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] } as const;
    return execFileSync('git', ['config', '--get', key], options).trim();
  } catch {
    return null;
  }
}
