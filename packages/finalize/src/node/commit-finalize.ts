import {
  gitFailed,
  otherFilesStaged,
  pushRefused,
  tagTaken,
} from '../findings/repository-findings.js';
import { FinalizeError } from '../findings/finalize-error.js';
import { confinedPath } from './confined-path.js';
import { askGit, reasonOf, runGit } from './git.js';

/** What is committed, and where it goes then. */
export interface CommitRequest {
  /** Absolute folder that the paths are relative to; anywhere in a work tree. */
  readonly root: string;
  /** The only files that the commit holds: what was written, and the saved receipt. */
  readonly paths: readonly string[];
  readonly message: string;
  /** An annotated tag for the commit; none unless given. */
  readonly tag?: string;
  /** A remote to push the current branch (and the tag) to; nothing is pushed unless given. */
  readonly push?: string;
}

/** What git did. */
export interface CommitOutcome {
  /** Full object name; null where the files were committed already. */
  readonly commit: string | null;
  readonly tag: string | null;
  readonly pushed: boolean;
}

/**
 * Holds a commit that is to come to what would refuse it, so that nothing is written for one that cannot be made.
 *
 * @param willChange whether the files are still to be written
 * @throws FinalizeError NZ8013 when other files are staged, NZ8014 when the tag stands elsewhere, NZ8010 for a path
 *   that is not confined, NZ8012 outside of a repository
 */
export async function requireCommit(
  { root, paths, tag }: Pick<CommitRequest, 'root' | 'paths' | 'tag'>,
  willChange: boolean,
): Promise<void> {
  for (const path of paths) await confinedPath(root, path);
  await refuseForeignStaged(root, paths);
  if (tag !== undefined) await refuseTakenTag(root, tag, paths, willChange);
}

/**
 * Commits exactly the given files. Hooks and signing of the repository apply.
 *
 * @throws FinalizeError as `requireCommit` does, NZ8015 when the remote refuses, NZ8012 for all else that git refuses
 */
export async function commitFinalize(request: CommitRequest): Promise<CommitOutcome> {
  const { root, paths, message } = request;
  await requireCommit(request, false);
  if (paths.length > 0) await runGit(root, ['add', '--', ...paths]);
  const staged = await stagedPaths(root);
  if (staged.length > 0) await runGit(root, ['commit', '--quiet', '-m', message]);
  const commit = (await runGit(root, ['rev-parse', 'HEAD'])).trim();
  if (request.tag !== undefined) await tagCommit(root, request.tag, message);
  if (request.push !== undefined) await push(root, request.push, request.tag);
  return {
    commit: staged.length > 0 ? commit : null,
    tag: request.tag ?? null,
    pushed: request.push !== undefined,
  };
}

/** Staged paths, relative to the folder; those outside it begin with `../`. */
async function stagedPaths(root: string): Promise<readonly string[]> {
  const prefix = (await runGit(root, ['rev-parse', '--show-prefix'])).trim();
  const names = await runGit(root, ['diff', '--cached', '--name-only', '-z', '--no-relative']);
  return names
    .split('\0')
    .filter((name) => name !== '')
    .map((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : `:/${name}`));
}

async function refuseForeignStaged(root: string, paths: readonly string[]): Promise<void> {
  const foreign = (await stagedPaths(root)).filter((path) => !paths.includes(path));
  if (foreign.length > 0) throw new FinalizeError([otherFilesStaged(foreign)]);
}

// A tag that stands at HEAD, where nothing is left to commit, is our own of an earlier run.
async function refuseTakenTag(
  root: string,
  tag: string,
  paths: readonly string[],
  willChange: boolean,
): Promise<void> {
  const valid = await askGit(root, ['check-ref-format', `refs/tags/${tag}`]);
  if (valid.status !== 0 || tag.startsWith('-')) {
    throw new FinalizeError([gitFailed('tag', `"${tag}" is no name of a tag`)]);
  }
  const at = await taggedCommit(root, tag);
  if (at === null) return;
  const head = (await runGit(root, ['rev-parse', 'HEAD'])).trim();
  const pending =
    paths.length === 0 ? '' : await runGit(root, ['status', '--porcelain', '-z', '--', ...paths]);
  if (at !== head || willChange || pending !== '') throw new FinalizeError([tagTaken(tag, at)]);
}

async function taggedCommit(root: string, tag: string): Promise<string | null> {
  const at = await askGit(root, ['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`]);
  return at.status === 0 ? at.stdout.trim() : null;
}

async function tagCommit(root: string, tag: string, message: string): Promise<void> {
  if ((await taggedCommit(root, tag)) !== null) return;
  await runGit(root, ['tag', '-a', tag, '-m', message.split('\n')[0] ?? tag]);
}

async function push(root: string, remote: string, tag: string | undefined): Promise<void> {
  if (remote.startsWith('-'))
    throw new FinalizeError([gitFailed('push', `"${remote}" is no remote`)]);
  const refs = ['HEAD', ...(tag === undefined ? [] : [`refs/tags/${tag}`])];
  // Branch and tag arrive together or not at all.
  const answer = await askGit(root, ['push', '--atomic', remote, ...refs]);
  if (answer.status !== 0) throw new FinalizeError([pushRefused(remote, reasonOf(answer))]);
}
