import { posix } from 'node:path';
import { finding } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';
import type { SourceFile } from './source-file.js';

/** Files alone, in no order, and what is wrong with links among them. */
export interface FollowedLinks {
  readonly files: readonly SourceFile[];
  readonly findings: readonly BundleFinding[];
  /** How many links became copies of what they lead to. */
  readonly followed: number;
}

/** More links than that one after the other are taken for a circle, as Linux does (path_resolution(7)). */
const mostHops = 40;

/**
 * Puts in the place of every wanted link what it leads to: a file, or all files of a folder. An archive with
 * links unpacks to something else on every second platform. A link that leads out of the tree, nowhere or in a
 * circle is told. `targets` holds the text of each link.
 */
export function followLinks(
  all: readonly SourceFile[],
  targets: ReadonlyMap<string, string>,
  isWanted: (path: string) => boolean,
): FollowedLinks {
  const tree = new Map(all.map((file) => [file.path, file]));
  const files: SourceFile[] = [];
  const findings: BundleFinding[] = [];
  let followed = 0;
  for (const file of all) {
    if (file.kind === 'file') {
      if (isWanted(file.path)) files.push(file);
      continue;
    }
    const { path } = file;
    if (!isWanted(path)) continue;
    const found = expand(tree, targets, path, mostHops);
    if (typeof found === 'string') findings.push(wrongLink(path, found));
    else files.push(...found.filter((one) => isWanted(one.path)));
    followed += 1;
  }
  return { files, findings, followed };
}

type Tree = ReadonlyMap<string, SourceFile>;
type Targets = ReadonlyMap<string, string>;

/** The files that stand at a path once links are followed, under that path; or why there are none. */
function expand(
  tree: Tree,
  targets: Targets,
  path: string,
  hops: number,
): readonly SourceFile[] | string {
  if (hops === 0) return 'leads in a circle';
  const found = tree.get(path);
  if (found?.kind === 'file') return [found];
  const link = linkOnTheWay(tree, path);
  if (link !== undefined) {
    const target = targets.get(link) ?? '';
    const place = posix.normalize(posix.join(posix.dirname(link), target, path.slice(link.length)));
    const goal = place.replace(/\/$/, '');
    if (target.startsWith('/') || goal === '..' || goal.startsWith('../')) {
      return `leads out of the repository, to ${JSON.stringify(target)}`;
    }
    if (goal === '.' || path.startsWith(`${goal}/`)) return 'leads to a folder that holds it';
    const there = expand(tree, targets, goal, hops - 1);
    if (typeof there === 'string') return there;
    return there.map((file) => ({ ...file, path: `${path}${file.path.slice(goal.length)}` }));
  }
  return expandFolder(tree, targets, path, hops);
}

function expandFolder(tree: Tree, targets: Targets, folder: string, hops: number) {
  const files: SourceFile[] = [];
  for (const path of tree.keys()) {
    if (!path.startsWith(`${folder}/`)) continue;
    const there = expand(tree, targets, path, hops - 1);
    if (typeof there === 'string') return there;
    files.push(...there);
  }
  return files.length === 0 ? 'leads to nothing that the tag holds' : files;
}

function linkOnTheWay(tree: Tree, path: string): string | undefined {
  const parts = path.split('/');
  return parts
    .map((_, index) => parts.slice(0, index + 1).join('/'))
    .find((part) => tree.get(part)?.kind === 'link');
}

function wrongLink(file: string, why: string): BundleFinding {
  return finding('NZ4022', `The link ${why}.`, { file });
}
