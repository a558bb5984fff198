import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { HiddenFiles } from '../hidden-inputs.js';

/**
 * Which files of each group Nx does not see. All groups are asked at once; where git refuses (no repository, a
 * path in a submodule or beyond a link), each is asked for itself, so that one cannot spoil the others.
 */
export function hiddenFiles(
  workspaceRoot: string,
  groups: readonly (readonly string[])[],
): HiddenFiles[] {
  const all = ignoredPaths(workspaceRoot, groups.flat());
  if (all !== null || groups.length === 1) return groups.map(() => all);
  return groups.map((paths) => ignoredPaths(workspaceRoot, paths));
}

// Nx leaves these out wherever they lie (nx, native walker).
const neverSeen = /(?:^|\/)(?:node_modules|\.git|\.nx)\//;

function ignoredPaths(root: string, paths: readonly string[]): HiddenFiles {
  const byGit = checkIgnore(root, [], paths);
  // Nx reads .nxignore beside .gitignore, with the same rules.
  const file = join(root, '.nxignore');
  const byNx = existsSync(file)
    ? checkIgnore(root, ['-c', `core.excludesFile=${file}`], paths)
    : [];
  if (byGit === null || byNx === null) return null;
  return new Set([...byGit, ...byNx, ...paths.filter((path) => neverSeen.test(path))]);
}

// Nx goes by the rules alone: a file that is tracked although a rule names it is not seen (--no-index).
function checkIgnore(
  cwd: string,
  settings: readonly string[],
  paths: readonly string[],
): string[] | null {
  if (paths.length === 0) return [];
  const args = [...settings, 'check-ignore', '--no-index', '-z', '--stdin'];
  const input = `${paths.join('\0')}\0`;
  const maxBuffer = Math.max(2 * Buffer.byteLength(input), 65_536);
  const { status, stdout } = spawnSync('git', args, { cwd, input, maxBuffer, encoding: 'utf8' });
  // git-check-ignore(1), "EXIT STATUS": 0, some are ignored; 1, none is; 128, a fatal error.
  return status === 0 || status === 1 ? stdout.split('\0').filter((path) => path !== '') : null;
}
