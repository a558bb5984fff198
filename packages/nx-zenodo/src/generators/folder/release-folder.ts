import { joinPathFragments, visitNotIgnoredFiles } from '@nx/devkit';
import type { Tree } from '@nx/devkit';

/** A folder as a generator sees it; every path is POSIX and relative to it. */
export interface ReleaseFolder {
  /** Relative to the workspace root; '' is the root. */
  readonly directory: string;
  /** Files that git would track, sorted. */
  readonly files: readonly string[];
  /** What lies between them and git ignores: files, and folders with a slash at the end. */
  readonly ignored: readonly string[];
  readonly read: (path: string) => string | null;
}

// Never part of a release, and too large to look into.
const closed = new Set(['.git', '.nx', 'node_modules', '.zenodo-sandbox']);

/** Lists the folder through the tree, so that what the generator has just written counts too. */
export function readReleaseFolder(tree: Tree, directory: string): ReleaseFolder {
  const inside = (path: string) => joinPathFragments(directory, path);
  const files: string[] = [];
  visitNotIgnoredFiles(tree, directory === '' ? '.' : directory, (path) => {
    const relative = directory === '' ? path : path.slice(directory.length + 1);
    const posix = relative.replaceAll('\\', '/');
    if (!posix.split('/').some((segment) => closed.has(segment))) files.push(posix);
  });
  return {
    directory,
    files: files.sort(),
    ignored: ignoredBetween(tree, inside, new Set(files)),
    read: (path) => (tree.isFile(inside(path)) ? tree.read(inside(path), 'utf-8') : null),
  };
}

function ignoredBetween(
  tree: Tree,
  inside: (path: string) => string,
  tracked: ReadonlySet<string>,
): string[] {
  const folders = new Set([...tracked].flatMap(parents));
  const ignored: string[] = [];
  for (const folder of [...folders].sort()) {
    for (const name of tree.children(inside(folder))) {
      const path = `${folder}/${name}`;
      if (tree.isFile(inside(path))) {
        if (!tracked.has(path)) ignored.push(path);
      } else if (!folders.has(path)) ignored.push(`${path}/`);
    }
  }
  return ignored;
}

// Every folder above a file, without the release's own.
function parents(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, at) => segments.slice(0, at + 1).join('/'));
}
