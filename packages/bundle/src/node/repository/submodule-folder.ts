import { resolve } from 'node:path';
import { parseSubmoduleNames } from '../../repository/submodule-names.js';
import type { SubmodulePointer } from '../../repository/source-file.js';
import { askGit } from './git-command.js';

/** Names of the submodules of a commit by path, relative to the repository that holds them. */
export async function readSubmoduleNames(
  gitFolder: string,
  commit: string,
): Promise<ReadonlyMap<string, string>> {
  const args = ['config', '-z', '--blob', `${commit}:.gitmodules`, '--list'];
  return parseSubmoduleNames((await askGit(gitFolder, ...args)) ?? '');
}

/** The folder that all work trees of a repository have in common; null where there is no repository. */
export async function commonFolder(gitFolder: string): Promise<string | null> {
  const answer = await askGit(gitFolder, 'rev-parse', '--git-common-dir');
  return answer === null ? null : resolve(gitFolder, answer.trimEnd());
}

/**
 * Where git can be asked for a submodule: below `.git/modules` of the repository that holds it, or in its work
 * tree, which is where old clones keep it. Null where this clone does not hold the commit.
 */
export async function submoduleFolder(
  outer: { readonly gitFolder: string; readonly workTree: string },
  { path, commit }: SubmodulePointer,
  name: string | undefined,
): Promise<string | null> {
  const outerFolder = await commonFolder(outer.gitFolder);
  const places = [
    ...(outerFolder === null || name === undefined
      ? []
      : [resolve(outerFolder, 'modules', ...name.split('/'))]),
    resolve(outer.workTree, ...path.split('/')),
  ];
  for (const place of places) {
    const common = await commonFolder(place);
    // An empty folder is answered for by the repository around it.
    if (common === null || common === outerFolder) continue;
    if ((await askGit(place, 'cat-file', '-e', `${commit}^{commit}`)) !== null) return place;
  }
  return null;
}
