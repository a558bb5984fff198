import type { Tree } from '@nx/devkit';
import { withIgnoredFolders } from './ignored-lines.js';
import type { Published } from './ignored-lines.js';
import { withPlugin } from './plugin-entry.js';

/** Adds the plugin to nx.json and the generated folders to .gitignore; what is there stays as it is. */
export function prepareWorkspace(tree: Tree, published: Published): void {
  edit(tree, 'nx.json', '{}\n', withPlugin);
  edit(tree, '.gitignore', '', (text) => withIgnoredFolders(text, published));
}

function edit(tree: Tree, path: string, empty: string, change: (text: string) => string): void {
  const before = tree.read(path, 'utf-8');
  const after = change(before ?? empty);
  if (after !== before) tree.write(path, after);
}
