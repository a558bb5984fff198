import { copyFile, lstat, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { stageRepository } from '@nx-zenodo/bundle';
import type { StagedFile } from '@nx-zenodo/bundle';
import type { Finding } from '@nx-zenodo/findings';
import {
  compareCodePoints,
  digestFile,
  formatChecksumList,
  resolveInside,
} from '@nx-zenodo/fixity';
import { writeWhole } from '../../chain/release-output.js';
import { askGit, readRemoteUrl, readRepositoryPath } from '../../git/node/git.js';
import { PluginError } from '../../plugin-error.js';
import { archiveNames, repositoryOf } from '../archive-names.js';
import type { ArchiveNames } from '../archive-names.js';
import { archiveSignature, sourcesFolder } from '../archive-release.js';
import type { ArchiveConfig } from '../archive-schema.js';

/** The repository of an archive, and the place of its project in it. */
export interface ArchiveRepository {
  /** Top of the work tree, absolute. */
  readonly top: string;
  /** Folder of the project below it: '' for the top itself, else a path that ends in a slash. */
  readonly prefix: string;
  /** `owner/repository`; null where neither configuration nor remote name one. */
  readonly name: string | null;
}

/** What an archive is made of, on disk: the files of the tag and the assets, all signed. */
export interface StagedArchive {
  /** Absolute. */
  readonly root: string;
  readonly names: ArchiveNames;
  /** Paths below the root: `<folder>/…` for the files of the tag. */
  readonly files: readonly StagedFile[];
  /** Names of files that are uploaded as they are. */
  readonly assets: readonly string[];
  readonly notes: readonly Finding[];
}

/** @throws PluginError NZ9045 outside of a repository. */
export async function findRepository(archive: ArchiveConfig): Promise<ArchiveRepository> {
  const top = await askGit(archive.root, 'rev-parse', '--show-toplevel');
  const path = await readRepositoryPath(archive.root);
  if (top === null || path === null) throw new PluginError([noRepository(archive.file)]);
  const name = archive.repository ?? repositoryOf(await readRemoteUrl(archive.root));
  return { top: top.replace(/\r?\n$/, ''), prefix: path === '.' ? '' : `${path}/`, name };
}

/**
 * Writes the files of a tag from the objects of git, and the assets, into an empty folder, with a checksum list of
 * all of them.
 *
 * @throws BundleError and FixityError with everything that is wrong; PluginError NZ9046 for assets
 */
export async function stageArchive(
  archive: ArchiveConfig,
  repository: ArchiveRepository,
  tag: string,
  root: string,
): Promise<StagedArchive> {
  const commit = (await askGit(archive.root, 'rev-parse', `refs/tags/${tag}^{commit}`)) ?? '';
  const names = archiveNames(repository.name ?? archive.name, tag, commit.trim());
  const { include = [`${repository.prefix}**`], exclude, submodules } = archive;
  const target = join(root, names.folder);
  const request = { repository: repository.top, tag, target, include, exclude, submodules };
  const staged = include.length === 0 ? null : await stageRepository(request);
  const tree = (staged?.files ?? []).map((file) => ({
    ...file,
    path: `${names.folder}/${file.path}`,
  }));
  const assets = await copyAssets(archive, root, names);
  const files = [...tree, ...assets].sort((a, b) => compareCodePoints(a.path, b.path));
  const list = formatChecksumList(files.map(({ path, sha256 }) => ({ path, digest: sha256 })));
  await writeWhole(root, archiveSignature, list);
  const [notes, uploads] = [staged?.notes ?? [], assets.map(({ path }) => path)];
  return { root, names, files, assets: uploads, notes };
}

// What the archive itself writes beside its assets.
const ownNames = [
  archiveSignature,
  'RELEASE_MANIFEST.json',
  'release-metadata.json',
  'bundle.json',
  sourcesFolder,
];

async function copyAssets(
  archive: ArchiveConfig,
  root: string,
  names: ArchiveNames,
): Promise<StagedFile[]> {
  if (archive.assets.length === 0) return [];
  const paths = await findAssets(archive);
  const keys = paths.map((path) => posix.basename(path));
  const taken = new Set([...ownNames, names.file, names.folder]);
  const refused = [...new Set(keys)].filter(
    (key) => taken.has(key) || keys.indexOf(key) !== keys.lastIndexOf(key),
  );
  const clashes = refused.map((key) =>
    assetFinding(archive, `Two files of the record would be called ${key}.`),
  );
  if (clashes.length > 0) throw PluginError.of(clashes);
  const copied: StagedFile[] = [];
  for (const [at, path] of paths.entries()) {
    // Before it is copied: to open a pipe would wait for its writer.
    const { size, sha256 } = await digestFile(archive.root, path);
    const key = keys[at] ?? '';
    await copyFile(await resolveInside(archive.root, path), join(root, key));
    const copy = await digestFile(root, key);
    if (copy.size !== size || copy.sha256 !== sha256)
      throw new PluginError([assetFinding(archive, `${path} changed while it was copied.`)]);
    copied.push({ path: key, size, sha256 });
  }
  return copied;
}

/**
 * The files below the project that the globs of `assets` match.
 * @throws PluginError NZ9046 for a glob that matches none
 */
export async function findAssets({ root, file, assets }: ArchiveConfig): Promise<string[]> {
  const { default: picomatch } = await import('picomatch');
  const found: string[] = [];
  for (const glob of assets) {
    const { base } = picomatch.scan(glob);
    const entries = await readdir(join(root, base), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    const isMatch = picomatch(glob, { dot: true });
    const own = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    const paths = own.map((path) => path.slice(root.length + 1).replaceAll('\\', '/'));
    const literal = isMatch(base) && (await isOther(join(root, base))) ? [base] : [];
    const matched = [...paths.filter((path) => isMatch(path)), ...literal];
    const message = `No file is matched by ${glob}.`;
    if (matched.length === 0) throw new PluginError([assetFinding({ file }, message)]);
    found.push(...matched);
  }
  return [...new Set(found)].sort();
}

// Something that is named itself, and whoever reads it says what is wrong with it; a folder is no file.
async function isOther(path: string): Promise<boolean> {
  try {
    return !(await lstat(path)).isDirectory();
  } catch {
    return false;
  }
}

function assetFinding({ file }: Pick<ArchiveConfig, 'file'>, message: string): Finding {
  const cure = 'Build the assets first, and correct `assets` in zenodo.archive.json.';
  return { code: 'NZ9046', severity: 'error', message, cure, place: { file, field: 'assets' } };
}

function noRepository(file: string): Finding {
  return {
    code: 'NZ9045',
    severity: 'error',
    message: 'The folder is in no git repository, or git is not installed.',
    cure: 'Run it in a clone of the repository.',
    place: { file },
  };
}
