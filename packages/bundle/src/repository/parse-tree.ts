import type { SourceFile, SubmodulePointer } from './source-file.js';

/** What a tree holds. */
export interface Tree {
  readonly files: readonly SourceFile[];
  readonly submodules: readonly SubmodulePointer[];
}

/**
 * Reads what `git ls-tree -r -l -z` writes: `<mode> SP <type> SP <object> SP <size> TAB <path> NUL`
 * (git-ls-tree(1), "Output format"). `prefix` stands before every path: the place of a submodule.
 */
export function parseTree(listing: string, gitFolder: string, prefix: string): Tree {
  const files: SourceFile[] = [];
  const submodules: SubmodulePointer[] = [];
  for (const line of listing.split('\0').filter((one) => one !== '')) {
    const tab = line.indexOf('\t');
    const [mode, , object = '', size] = line.slice(0, tab).split(/ +/);
    const path = `${prefix}${line.slice(tab + 1)}`;
    if (mode === '160000') {
      submodules.push({ path, commit: object });
      continue;
    }
    const kind = mode === '120000' ? 'link' : 'file';
    const executable = mode === '100755';
    files.push({ path, kind, executable, object, size: Number(size), gitFolder });
  }
  return { files, submodules };
}
