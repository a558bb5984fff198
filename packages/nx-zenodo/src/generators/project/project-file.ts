import { getProjects, joinPathFragments, offsetFromRoot } from '@nx/devkit';
import type { Tree } from '@nx/devkit';
import { newJsonText } from '../json-text/set-json-values.js';

/** The project that has its root in a folder, or undefined. */
export function projectAt(tree: Tree, directory: string): string | undefined {
  const root = directory === '' ? '.' : directory;
  return [...getProjects(tree)].find(([, project]) => project.root === root)?.[0];
}

/** Folder of installed packages, as seen from `directory`: Nx without package.json has its own. */
export function packagesFolder(tree: Tree, directory: string): string {
  const offset = directory === '' ? './' : offsetFromRoot(directory);
  return `${offset}${tree.exists('package.json') ? '' : '.nx/installation/'}node_modules`;
}

/**
 * Makes the folder a project when it is none, and gives its name. A name that another project has
 * already is told apart by the folder's path.
 */
export function ensureProject(tree: Tree, directory: string, wanted: string): string {
  const existing = projectAt(tree, directory);
  if (existing !== undefined) return existing;
  const slug = projectName(wanted);
  const taken = getProjects(tree).has(slug);
  const name = taken ? projectName(directory === '' ? `${slug}-release` : directory) : slug;
  const schema = `${packagesFolder(tree, directory)}/nx/schemas/project-schema.json`;
  tree.write(joinPathFragments(directory, 'project.json'), newJsonText({ name, $schema: schema }));
  return name;
}

/** A name as it can be typed on a command line: letters, digits, `-`, `_`, `.`. */
export function projectName(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return slug === '' ? 'release' : slug;
}
