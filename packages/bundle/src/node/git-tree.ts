import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BundleError, finding } from '../bundle-error.js';

const run = promisify(execFile);
const mostOutput = 1 << 30;

/** What stands at a path in a tree of git. */
export interface TreeEntry {
  readonly kind: 'file' | 'link' | 'submodule';
  readonly executable: boolean;
  readonly object: string;
}

/** For reading git only: plain English, no locks taken. */
export const gitEnvironment = () => ({ ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' });

/** The same for one folder: in `.git/modules` the work tree that the settings name may be gone, and is not needed. */
export function repositoryEnvironment(folder: string): NodeJS.ProcessEnv {
  // What git takes for a repository itself (gitrepository-layout(5)).
  const isGitFolder = ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)));
  const here = { GIT_DIR: folder, GIT_WORK_TREE: folder };
  return { ...gitEnvironment(), ...(isGitFolder ? here : {}) };
}

/** The tree of a tag below the root, by path relative to the root. Throws BundleError NZ4015. */
export async function readTree(root: string, tag: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const args = ['ls-tree', '-r', '-z', `refs/tags/${tag}^{tree}`];
  const options = { cwd: root, env: gitEnvironment(), maxBuffer: mostOutput };
  const { stdout } = await run('git', args, options).catch((cause: Error & { stderr?: string }) => {
    const reason = (cause.stderr ?? cause.message).trim();
    const message = `The tag ${tag} cannot be read: ${reason}`;
    throw new BundleError([finding('NZ4015', message)], { cause });
  });
  const lines = stdout.split('\0').filter((line) => line !== '');
  return new Map(lines.map(parseTreeLine));
}

// git-ls-tree(1), "Output format": <mode> SP <type> SP <object> TAB <file>
function parseTreeLine(line: string): [string, TreeEntry] {
  const tab = line.indexOf('\t');
  const [mode, , object = ''] = line.slice(0, tab).split(' ');
  const kind = mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file';
  return [line.slice(tab + 1), { kind, executable: mode === '100755', object }];
}
