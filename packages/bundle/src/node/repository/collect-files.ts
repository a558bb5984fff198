import { finding } from '../../bundle-error.js';
import type { BundleFinding } from '../../bundle-error.js';
import { parseTree } from '../../repository/parse-tree.js';
import type { SourceFile, SubmodulePointer } from '../../repository/source-file.js';
import { readExportAttributes } from './export-attributes.js';
import { askGit } from './git-command.js';
import { readSubmoduleNames, submoduleFolder } from './submodule-folder.js';

/** Which files are looked for. */
export interface CollectRules {
  /** Work tree of the outer repository. */
  readonly workTree: string;
  /** Files that git leaves out of an export are collected too. */
  readonly everything: boolean;
  readonly submodules: boolean;
  /** Whether any file below a folder may be wanted. */
  readonly isFolderWanted: (folder: string) => boolean;
}

/** A commit and where it stands in the outer repository: '' or a path that ends in a slash. */
export interface CollectedCommit {
  readonly gitFolder: string;
  readonly commit: string;
  readonly prefix: string;
}

/** What a commit and its submodules hold. */
export interface Collected {
  readonly files: readonly SourceFile[];
  readonly findings: readonly BundleFinding[];
  /** Files whose `$Format:…$` git would have expanded. */
  readonly substituted: readonly string[];
}

/** Every file of a commit and of its submodules, recursively, from what this clone holds; nothing is fetched. */
export async function collectFiles(at: CollectedCommit, rules: CollectRules): Promise<Collected> {
  const { gitFolder, commit, prefix } = at;
  const args = ['ls-tree', '-r', '-l', '-z', '--full-tree', commit];
  const tree = parseTree((await askGit(gitFolder, ...args)) ?? '', gitFolder, prefix);
  const own = (path: string) => path.slice(prefix.length);
  const paths = [...tree.files, ...tree.submodules].map(({ path }) => own(path));
  const { ignored, substituted } = await readExportAttributes(gitFolder, commit, paths);
  const isKept = ({ path }: { readonly path: string }) =>
    rules.everything || !ignored.has(own(path));
  const inner: Collected[] = [];
  if (rules.submodules && tree.submodules.length > 0) {
    const names = await readSubmoduleNames(gitFolder, commit);
    const wanted = tree.submodules.filter(isKept).filter(({ path }) => rules.isFolderWanted(path));
    for (const pointer of wanted) {
      inner.push(await collectSubmodule(at, pointer, names.get(own(pointer.path)), rules));
    }
  }
  const kept = tree.files.filter(isKept);
  const expanded = kept.map(({ path }) => path).filter((path) => substituted.has(own(path)));
  return {
    files: [...kept, ...inner.flatMap(({ files }) => files)],
    findings: inner.flatMap(({ findings }) => findings),
    substituted: [...expanded, ...inner.flatMap((one) => one.substituted)],
  };
}

async function collectSubmodule(
  outer: CollectedCommit,
  { path, commit }: SubmodulePointer,
  name: string | undefined,
  rules: CollectRules,
): Promise<Collected> {
  const { gitFolder } = outer;
  const found = await submoduleFolder(
    { gitFolder, workTree: rules.workTree },
    { path, commit },
    name,
  );
  if (found === null) {
    const message = `The submodule stands at ${commit}, which this clone does not hold.`;
    return { files: [], substituted: [], findings: [finding('NZ4020', message, { file: path })] };
  }
  return collectFiles({ gitFolder: found, commit, prefix: `${path}/` }, rules);
}
