import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellGit } from './git-command.js';

/** Paths of a commit that git treats otherwise when it exports it (gitattributes(5), "Creating an archive"). */
export interface ExportAttributes {
  readonly ignored: ReadonlySet<string>;
  readonly substituted: ReadonlySet<string>;
}

const none: ExportAttributes = { ignored: new Set(), substituted: new Set() };

/**
 * Reads `export-ignore` and `export-subst` from the .gitattributes of the commit itself, as `git archive` does.
 * They are asked through an index of their own: git learned to read them from a commit only with 2.40, and
 * the index and the files of the work tree may be those of another commit.
 */
export async function readExportAttributes(
  gitFolder: string,
  commit: string,
  paths: readonly string[],
): Promise<ExportAttributes> {
  if (!paths.some((path) => /(?:^|\/)\.gitattributes$/.test(path))) return none;
  const folder = await mkdtemp(join(tmpdir(), 'nx-zenodo-attributes-'));
  try {
    const index = join(folder, 'index');
    await tellGit(gitFolder, ['read-tree', commit], '', index);
    const asked = [...paths, ...foldersOf(paths)].map((path) => `${path}\0`).join('');
    const args = ['check-attr', '--cached', '-z', '--stdin', 'export-ignore', 'export-subst'];
    return parseAttributes(
      await tellGit(gitFolder, ['-c', 'core.attributesFile=', ...args], asked, index),
      paths,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// A slash at the end says that it is a folder: the pattern `tests/` means folders only.
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      folders.add(path.slice(0, at + 1));
    }
  }
  return folders;
}

// git-check-attr(1), "Output": <path> NUL <attribute> NUL <info> NUL
function parseAttributes(answer: string, paths: readonly string[]): ExportAttributes {
  const fields = answer.split('\0');
  const ignored = new Set<string>();
  const substituted = new Set<string>();
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [path = '', attribute, info] = fields.slice(at, at + 3);
    if (info === 'set') (attribute === 'export-ignore' ? ignored : substituted).add(path);
  }
  const isIgnored = (path: string) =>
    ignored.has(path) || [...foldersOf([path])].some((folder) => ignored.has(folder));
  return { ignored: new Set(paths.filter(isIgnored)), substituted };
}
