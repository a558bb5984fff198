import { visitNotIgnoredFiles } from '@nx/devkit';
import type { Tree } from '@nx/devkit';
import { withRenamedKeys } from './renamed-keys.js';

/**
 * Brings every zenodo.release.json of the workspace to the names of 0.1.0. Files are formatted by their
 * own style, so the workspace's formatter is not run.
 */
export default function checksBelowValidation(tree: Tree): void {
  visitNotIgnoredFiles(tree, '.', (path) => {
    if (!/(^|\/)zenodo\.release\.json$/.test(path)) return;
    const before = tree.read(path, 'utf-8') ?? '';
    const after = withRenamedKeys(before);
    if (after !== before) tree.write(path, after);
  });
}
