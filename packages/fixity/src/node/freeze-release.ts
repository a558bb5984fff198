import { createHash } from 'node:crypto';
import { formatChecksumList } from '../checksum-list/format-checksum-list.js';
import { fileProblem, nothingToFreeze, refusedReleasePath } from '../findings/file-findings.js';
import { FindingCollector } from '../findings/finding-collector.js';
import { throwFindings } from '../findings/fixity-error.js';
import { selectFiles } from '../freeze/file-selection.js';
import { repositoryUnreadable, signatureIsTagged } from '../findings/git-findings.js';
import { compareLists } from '../freeze/list-changes.js';
import type { ListChanges } from '../freeze/list-changes.js';
import { parseReleasePath } from '../release-path/release-path.js';
import type { FileDigest, SignatureDigest } from '../verified-release.js';
import { EntryCollector } from '../checksum-list/parse-checksum-list.js';
import { commitOf, findRepository, treeAt } from './git/repository.js';
import { hashFiles } from './hashing/hash-files.js';
import { digestsOf, HashJobBuilder, problemOf } from './hashing/hash-job.js';
import { matchingFiles } from './matching-files.js';
import { readSignature } from './read-signature.js';
import { resolveInside, resolveRoot } from './resolve-inside.js';

/** What is to be frozen. */
export interface FreezeRequest {
  /** Absolute path of the folder that holds the release. */
  readonly root: string;
  /** Globs relative to the root; names that begin with a dot are matched too. */
  readonly include: readonly string[];
  /** Globs that take files out again; `.git` is never frozen. */
  readonly exclude?: readonly string[];
  /** Where the signature is written, relative to the root; it never lists itself. */
  readonly signature: string;
  /** The freeze tag: a signature that is committed there is not overwritten by another one. */
  readonly tag?: string;
  /** Overwrites it all the same. */
  readonly overwrite?: boolean;
}

/** What the freeze came to, compared with the signature that stood there before. */
export interface FreezeOutcome extends ListChanges {
  readonly signature: SignatureDigest;
}

/**
 * Writes the signature of all matching files: sorted by code points, the same bytes for the same files, in the
 * form of `sha256sum`. Throws {@link FixityError} with everything that cannot be frozen, and then writes nothing.
 */
export async function freezeRelease(request: FreezeRequest): Promise<FreezeOutcome> {
  const base = await resolveRoot(request.root);
  const target = await resolveInside(base, request.signature);
  const before = await readSignature(base, request.signature, () => new EntryCollector());
  const files = await digestMatching(base, request);
  const list = Buffer.from(
    formatChecksumList(files.map(({ path, sha256 }) => ({ path, digest: sha256 }))),
  );
  const sha256 = createHash('sha256').update(list).digest('hex');
  if ('problem' in before || before.digest.sha256 !== sha256) {
    await refuseTaggedSignature(base, request);
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(target, list);
  }
  const reading = parseReleasePath(request.signature);
  const path = reading.ok ? reading.path : request.signature;
  return {
    ...compareLists('problem' in before ? [] : before.sink.entries, files),
    signature: { path, size: list.length, sha256, entries: files.length },
  };
}

// Where git refuses for another reason (an owner it does not trust, a broken setting), nobody knows what is tagged.
const isWithoutGit = /not a git repository|could not be started|must be run in a work tree/;

async function refuseTaggedSignature(base: string, request: FreezeRequest): Promise<void> {
  const { tag, signature } = request;
  if (tag === undefined || request.overwrite === true) return;
  const repository = await findRepository(base);
  if ('reason' in repository && !isWithoutGit.test(repository.reason))
    throwFindings([repositoryUnreadable(request.root, repository.reason)]);
  const commit = await commitOf(base, `refs/tags/${tag}`);
  const tree = commit === undefined ? undefined : await treeAt(base, commit);
  const reading = parseReleasePath(signature);
  if (reading.ok && tree?.has(reading.path)) throwFindings([signatureIsTagged(signature, tag)]);
}

async function digestMatching(base: string, request: FreezeRequest): Promise<FileDigest[]> {
  const findings = new FindingCollector();
  const paths = (await matchingNames(base, request)).filter((name) => {
    const reading = parseReleasePath(name);
    if (!reading.ok) findings.add(refusedReleasePath(reading, name));
    return reading.ok;
  });
  if (paths.length === 0) findings.add(nothingToFreeze(request.include));
  const builder = new HashJobBuilder(base, paths.length, paths.join('').length * 3);
  for (const path of paths) builder.add(path);
  const job = builder.build();
  const { problems, movedFolders } = await hashFiles(job);
  const told = new Map(problems);
  for (const [row, path] of paths.entries()) {
    if (job.status[row] !== 1) findings.add(fileProblem(problemOf(job, told, row), path));
  }
  findings.add(...movedFolders.map((path) => fileProblem({ kind: 'unstable' }, path)));
  throwFindings(findings.all());
  return digestsOf(job, paths);
}

async function matchingNames(base: string, request: FreezeRequest): Promise<string[]> {
  const { default: picomatch } = await import('picomatch');
  const selection = selectFiles(picomatch, request.include, request.exclude ?? []);
  const own = parseReleasePath(request.signature);
  const names = await matchingFiles(base, selection);
  return names.filter((name) => !own.ok || name !== own.path);
}
