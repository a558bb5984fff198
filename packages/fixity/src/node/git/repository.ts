import { runGit } from './run-git.js';

/** The repository that a folder lies in. */
export interface Repository {
  /** Absolute path of the work tree. */
  readonly top: string;
  /** The folder in the work tree: '' or a path that ends in a slash. */
  readonly prefix: string;
  readonly shallow: boolean;
}

/** The repository around a folder; a sentence of git when there is none. */
export async function findRepository(
  folder: string,
): Promise<Repository | { readonly reason: string }> {
  const { status, out, err } = await runGit(folder, [
    'rev-parse',
    '--show-toplevel',
    '--is-shallow-repository',
    '--show-prefix',
  ]);
  if (status === undefined) return { reason: err === '' ? 'git could not be started' : err };
  const [top, shallow, prefix = ''] = out.toString('utf8').split('\n');
  if (status !== 0 || top === undefined) return { reason: err };
  return { top, prefix, shallow: shallow === 'true' };
}

/** The full name of the commit that a revision names; undefined when it or its commit is not here. */
export async function commitOf(folder: string, revision: string): Promise<string | undefined> {
  const { status, out } = await runGit(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ]);
  return status === 0 ? out.toString('utf8').trim() : undefined;
}

/** True when the tag itself is here, whether or not its commit is. */
export async function hasTag(folder: string, tag: string): Promise<boolean> {
  const { status } = await runGit(folder, ['show-ref', '--verify', '--quiet', `refs/tags/${tag}`]);
  return status === 0;
}

/** One entry of a tree: a file (mode 100644, 100755), a link (120000) or a submodule (160000). */
export interface TreeEntry {
  readonly mode: string;
  readonly object: string;
}

/** All entries below the folder at a commit, by path relative to the folder; undefined when the tree is not here. */
export async function treeAt(
  folder: string,
  commit: string,
): Promise<ReadonlyMap<string, TreeEntry> | undefined> {
  // Run in the folder, ls-tree lists that folder, with paths relative to it.
  const { status, out } = await runGit(folder, ['ls-tree', '-r', '-z', commit]);
  if (status !== 0) return undefined;
  const entries = new Map<string, TreeEntry>();
  for (const line of out.toString('utf8').split('\0')) {
    const [, mode, object, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (mode !== undefined && object !== undefined && path !== undefined) {
      entries.set(path, { mode, object });
    }
  }
  return entries;
}

/** Paths, relative to the top of the work tree, that differ between two commits; undefined when a tree is not here. */
export async function changedBetween(
  folder: string,
  from: string,
  to: string,
): Promise<string[] | undefined> {
  const { status, out } = await runGit(folder, [
    'diff-tree',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    from,
    to,
  ]);
  if (status !== 0) return undefined;
  return out
    .toString('utf8')
    .split('\0')
    .filter((path) => path !== '');
}
