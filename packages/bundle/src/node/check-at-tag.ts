import { createHash } from 'node:crypto';
import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { inBlocks } from '../archive/archive-input.js';
import type { ArchiveInput } from '../archive/archive-input.js';
import { isLfsPointer, lfsPointer } from '../archive/packed-file.js';
import type { PackedFile } from '../archive/packed-file.js';
import type { ArchiveRecipe, Bundle } from '../bundle.js';
import { finding } from '../bundle-error.js';
import type { BundleFinding } from '../bundle-error.js';
import { packedFiles } from '../layout/plan-archive.js';
import { openBlobs } from './git-blobs.js';
import type { GitBlobs } from './git-blobs.js';
import { readTree } from './git-tree.js';
import type { TreeEntry } from './git-tree.js';
import { readManifest } from './read-manifest.js';
import { archiveBytes, digestChunks } from './write-archive.js';

/** What to hold against what. */
export interface TagCheck {
  /** The release root: the repository, or a folder in it. */
  readonly root: string;
  readonly bundle: Bundle;
  readonly tag: string;
}

/**
 * Makes the bundle again from the blobs at a tag, without the work tree, and tells what is not the same: a file
 * that is not in the tag, a link or inside a submodule there (NZ4016), a Git LFS pointer (NZ4013), other bytes
 * (NZ4017), another archive (NZ4018). The manifest is generated, so it is read from disk and held against its
 * digest. Throws BundleError NZ4015 when the tag cannot be read, NZ4006 when the manifest is another.
 */
export async function checkBundleAtTag(check: TagCheck): Promise<readonly BundleFinding[]> {
  const { root, bundle, tag } = check;
  const sha256 = bundle.manifestSha256;
  const path = bundle.entries.find((entry) => entry.sha256 === sha256)?.path ?? '';
  const { manifest } = await readManifest(root, { path, sha256 });
  const tree = await readTree(root, tag);
  const blobs = openBlobs(root);
  try {
    const findings = await checkFiles(wantedFiles(bundle, manifest), tree, blobs);
    if (findings.length > 0 || bundle.archive === undefined) return findings;
    const { paths, folder } = bundle.archive;
    const inputs = archiveInputs(packedFiles(manifest, paths, folder), tree, blobs);
    return await checkArchive(bundle, bundle.archive, inputs);
  } finally {
    blobs.close();
  }
}

function wantedFiles(bundle: Bundle, manifest: ReleaseManifest): readonly PackedFile[] {
  const single = bundle.entries.map(({ path }) => path);
  return packedFiles(manifest, [...single, ...(bundle.archive?.paths ?? [])], '');
}

async function checkFiles(
  files: readonly PackedFile[],
  tree: ReadonlyMap<string, TreeEntry>,
  blobs: GitBlobs,
): Promise<readonly BundleFinding[]> {
  const findings: BundleFinding[] = [];
  for (const file of files) {
    const entry = tree.get(file.path);
    if (entry?.kind === 'file') findings.push(...(await checkBlob(file, entry, blobs)));
    else findings.push(finding('NZ4016', absence(file.path, entry, tree), { file: file.path }));
  }
  return findings;
}

function absence(
  path: string,
  entry: TreeEntry | undefined,
  tree: ReadonlyMap<string, TreeEntry>,
): string {
  if (entry?.kind === 'link') return 'The file is a link at the tag.';
  const folders = path.split('/').map((_, index, parts) => parts.slice(0, index).join('/'));
  const submodule = folders.find((folder) => tree.get(folder)?.kind === 'submodule');
  return submodule === undefined
    ? 'The file is not in the tag.'
    : `The file is in the submodule ${submodule}, which the tag only points at.`;
}

async function checkBlob(
  file: PackedFile,
  { object }: TreeEntry,
  blobs: GitBlobs,
): Promise<readonly BundleFinding[]> {
  const hash = createHash('sha256');
  let pointer: boolean | undefined;
  for await (const chunk of blobs.read(object)) {
    pointer ??= isLfsPointer(chunk);
    hash.update(chunk);
  }
  const found = hash.digest('hex');
  if (found === file.sha256) return [];
  if (pointer === true) return [lfsPointer(file.path)];
  const message = `At the tag the file has the digest ${found}, the manifest says ${file.sha256}.`;
  return [finding('NZ4017', message, { file: file.path })];
}

function archiveInputs(
  files: readonly PackedFile[],
  tree: ReadonlyMap<string, TreeEntry>,
  blobs: GitBlobs,
): readonly ArchiveInput[] {
  return files.map(({ path, name, size }) => {
    const { executable = false, object = '' } = tree.get(path) ?? {};
    return { name, size, executable, blocks: () => inBlocks(blobs.read(object)) };
  });
}

async function checkArchive(
  bundle: Bundle,
  recipe: ArchiveRecipe,
  inputs: readonly ArchiveInput[],
): Promise<readonly BundleFinding[]> {
  const made = await digestChunks(archiveBytes(recipe, inputs));
  const entry = bundle.entries.find(({ key }) => key === recipe.key);
  if (made.sha256 === entry?.sha256) return [];
  const message = `Made again from the tag, the archive has the digest ${made.sha256}, the bundle says ${entry?.sha256}.`;
  return [finding('NZ4018', message, { file: entry?.path ?? recipe.key })];
}
