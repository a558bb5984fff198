import { join } from 'node:path';
import { compareCodePoints } from '@nx-zenodo/fixity';
import { checkEntryName } from '../../archive/entry-name.js';
import { finding, throwFindings } from '../../bundle-error.js';
import type { BundleFinding } from '../../bundle-error.js';
import { loadSelectPaths } from '../../layout/select-paths.js';
import { followLinks } from '../../repository/follow-links.js';
import type { FollowedLinks } from '../../repository/follow-links.js';
import type { SourceFile } from '../../repository/source-file.js';
import { openBlobs } from '../git-blobs.js';
import type { GitBlobs } from '../git-blobs.js';
import { collectFiles } from './collect-files.js';
import { copySource } from './copy-source.js';
import { askGit } from './git-command.js';

/** Which files of which commit are written where. */
export interface StageRequest {
  /** Work tree of the repository, absolute. */
  readonly repository: string;
  readonly tag: string;
  /** Absolute folder that the files are written below; files that stand there already are never replaced. */
  readonly target: string;
  /** Globs over the paths of the repository, relative to its top. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Whether the files of submodules belong to it; recursively, from the local clone. */
  readonly submodules: boolean;
  /** Whether files that .gitattributes keeps out of exports (`export-ignore`) are written too; default false. */
  readonly everything?: boolean;
  /** Whether nothing need be found; default false. */
  readonly mayBeEmpty?: boolean;
}

/** One file that was written. */
export interface StagedFile {
  /** POSIX path relative to the target, which is its path in the repository. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** The files of a tag on disk, proved against the objects of git, and what is worth telling of them. */
export interface StagedRepository {
  /** Hex object name of the commit. */
  readonly commit: string;
  /** Sorted by path (code points). */
  readonly files: readonly StagedFile[];
  readonly notes: readonly BundleFinding[];
}

/**
 * Writes the files of a repository at a tag below a folder, straight from the objects of git: neither the work
 * tree, nor its index, nor filters of this machine have a say. Git LFS objects stand in the place of their
 * pointers, submodules are filled in, links become what they lead to. The same tag gives the same files.
 *
 * @throws BundleError NZ4015 without the tag; NZ4012 and NZ4020 to NZ4024 with everything that is wrong
 */
export async function stageRepository(request: StageRequest): Promise<StagedRepository> {
  const { repository, tag, target } = request;
  const commit = await commitOf(repository, tag);
  const isWanted = await wantedPaths(request);
  const collected = await collectFiles(
    { gitFolder: repository, commit, prefix: '' },
    {
      workTree: repository,
      everything: request.everything ?? false,
      submodules: request.submodules,
      isFolderWanted: (folder) => isWanted(`${folder}/file`),
    },
  );
  const readers = blobReaders();
  try {
    const followed = followLinks(
      collected.files,
      await linkTargets(collected.files, readers.of),
      isWanted,
    );
    const files = [...followed.files].sort((a, b) => compareCodePoints(a.path, b.path));
    throwFindings([...collected.findings, ...followed.findings, ...judge(files, request)]);
    const staged = await copyAll(files, readers.of, target);
    const substituted = collected.substituted.filter(isWanted);
    return { commit, files: staged, notes: notesOf(followed, substituted) };
  } finally {
    readers.close();
  }
}

async function commitOf(repository: string, tag: string): Promise<string> {
  const known = await askGit(repository, 'check-ref-format', `refs/tags/${tag}`);
  const args = ['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`];
  const commit = known === null ? null : await askGit(repository, ...args);
  if (commit === null) throwFindings([finding('NZ4015', `The tag ${tag} is not in this clone.`)]);
  return (commit ?? '').trim();
}

async function wantedPaths({ include, exclude }: StageRequest): Promise<(path: string) => boolean> {
  const select = await loadSelectPaths();
  return (path) => select([{ path }], include, exclude).length > 0;
}

function judge(
  files: readonly SourceFile[],
  { include, mayBeEmpty = false }: StageRequest,
): BundleFinding[] {
  const message = `No file of the repository is matched by ${include.join(', ')}.`;
  const cure = 'Rename the file and set a new tag, or exclude the file.';
  return [
    ...(files.length === 0 && !mayBeEmpty
      ? [finding('NZ4024', message, { field: 'include' })]
      : []),
    ...files.flatMap(({ path }) => checkEntryName(path, path).map((one) => ({ ...one, cure }))),
  ];
}

type ReaderOf = (gitFolder: string) => GitBlobs;

// One process of git for each repository.
function blobReaders() {
  const open = new Map<string, GitBlobs>();
  const of: ReaderOf = (gitFolder) => {
    const blobs = open.get(gitFolder) ?? openBlobs(gitFolder);
    open.set(gitFolder, blobs);
    return blobs;
  };
  return { of, close: () => open.forEach((blobs) => blobs.close()) };
}

async function linkTargets(files: readonly SourceFile[], of: ReaderOf) {
  const targets = new Map<string, string>();
  for (const { path, kind, object, gitFolder } of files) {
    if (kind === 'file') continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of of(gitFolder).read(object)) chunks.push(chunk);
    targets.set(path, Buffer.concat(chunks).toString('utf8'));
  }
  return targets;
}

async function copyAll(files: readonly SourceFile[], of: ReaderOf, target: string) {
  const staged: StagedFile[] = [];
  const findings: BundleFinding[] = [];
  for (const file of files) {
    const copied = await copySource(
      file,
      of(file.gitFolder),
      join(target, ...file.path.split('/')),
    );
    if ('problem' in copied) findings.push(copied.problem);
    else staged.push({ path: file.path, ...copied });
  }
  throwFindings(findings);
  return staged;
}

function notesOf({ followed }: FollowedLinks, substituted: readonly string[]): BundleFinding[] {
  const note = (code: 'NZ4025' | 'NZ4026', message: string, file?: string): BundleFinding => ({
    ...finding(code, message, file === undefined ? undefined : { file }),
    severity: 'note',
  });
  const links = `${followed} ${followed === 1 ? 'link is' : 'links are'} packed as what they lead to.`;
  return [
    ...(followed === 0 ? [] : [note('NZ4025', links)]),
    ...substituted.map((path) =>
      note(
        'NZ4026',
        'The file is packed as it is committed: `export-subst` is not expanded.',
        path,
      ),
    ),
  ];
}
