import { EntryCollector } from '../../checksum-list/parse-checksum-list.js';
import { FindingCollector } from '../../findings/finding-collector.js';
import { FixityError } from '../../findings/fixity-error.js';
import type { FixityFinding } from '../../findings/fixity-error.js';
import {
  commitMissing,
  differsFromTag,
  headIsNotTag,
  noRepository,
  recordUnreadable,
  tagMissing,
} from '../../findings/git-findings.js';
import { checkFreezeRecord } from '../../verification/freeze-record.js';
import { readSignature } from '../read-signature.js';
import { readText } from '../read-text.js';
import { resolveRoot } from '../resolve-inside.js';
import { checkTaggedFiles } from './check-tagged-files.js';
import { changedBetween, commitOf, findRepository, hasTag } from './repository.js';

/** How the freeze is to be held in git. */
export interface GitFreezeRequest {
  /** Absolute path of the folder that holds the release, in a git work tree. */
  readonly root: string;
  /** The checksum list, relative to the root. */
  readonly signature: string;
  /** The freeze tag, without `refs/tags/`. */
  readonly tag: string;
  /** `strict`: HEAD is the tag. `allow-listed`: HEAD may differ from it in the files that `allowed` names. */
  readonly mode: 'strict' | 'allow-listed';
  /** Globs relative to the top of the repository. */
  readonly allowed?: readonly string[];
  /** The freeze record (FINAL_FREEZE.json), relative to the root; its `commit` must be the tag's. */
  readonly freezeRecord?: string;
}

/** Everything found, and the commit that was tagged, where it is known. */
export interface GitFreezeOutcome {
  readonly findings: readonly FixityFinding[];
  readonly commit: string | null;
}

/**
 * Holds a freeze in git: the tag exists, HEAD is the tag or differs as allowed, every listed file and the list itself
 * are in the tag with the listed digests, none as an LFS pointer, and the freeze record names the tagged commit.
 * Together with `checkFixity`, which holds the work tree against the list, work tree and tag are the same bytes.
 * Works in a shallow clone when the tag was fetched; fetches nothing itself.
 */
export async function checkFreezeInGit(request: GitFreezeRequest): Promise<GitFreezeOutcome> {
  const findings = new FindingCollector();
  try {
    const base = await resolveRoot(request.root);
    const commit = await taggedCommit(base, request.tag, findings);
    if (commit === undefined) return { findings: findings.all(), commit: null };
    await checkHead(base, request, commit, findings);
    await checkList(base, request, commit, findings);
    await checkRecord(base, request, commit, findings);
    return { findings: findings.all(), commit };
  } catch (error) {
    if (error instanceof FixityError) return { findings: error.findings, commit: null };
    throw error;
  }
}

async function taggedCommit(
  base: string,
  tag: string,
  findings: FindingCollector,
): Promise<string | undefined> {
  const repository = await findRepository(base);
  if ('reason' in repository) {
    findings.add(noRepository(base, repository.reason));
    return undefined;
  }
  const commit = await commitOf(base, `refs/tags/${tag}`);
  if (commit !== undefined) return commit;
  const here = await hasTag(base, tag);
  findings.add(here ? commitMissing(tag) : tagMissing(tag, repository.shallow));
  return undefined;
}

async function checkHead(
  base: string,
  request: GitFreezeRequest,
  commit: string,
  findings: FindingCollector,
): Promise<void> {
  const { tag, mode, allowed = [] } = request;
  const head = await commitOf(base, 'HEAD');
  if (head === commit) return;
  if (mode === 'strict' || head === undefined) {
    findings.add(headIsNotTag(tag, head ?? null, commit));
    return;
  }
  const { default: picomatch } = await import('picomatch');
  const changed = await changedBetween(base, commit, head);
  const mayDiffer = picomatch([...allowed], { dot: true });
  if (changed === undefined) findings.add(commitMissing(tag));
  else {
    const others = changed.filter((path) => !mayDiffer(path));
    findings.add(...others.map((path) => differsFromTag(path, tag)));
  }
}

async function checkList(
  base: string,
  request: GitFreezeRequest,
  commit: string,
  findings: FindingCollector,
): Promise<void> {
  const list = await readSignature(base, request.signature, () => new EntryCollector());
  if ('problem' in list) {
    findings.add(list.problem);
    return;
  }
  const { path, sha256 } = list.digest;
  const signature = { path, algorithm: 'sha256', digest: sha256, line: 0 } as const;
  const entries = [signature, ...list.sink.entries];
  findings.add(...(await checkTaggedFiles(base, { tag: request.tag, commit }, entries)));
}

async function checkRecord(
  base: string,
  { tag, freezeRecord }: GitFreezeRequest,
  commit: string,
  findings: FindingCollector,
): Promise<void> {
  if (freezeRecord === undefined) return;
  const text = await readText(base, freezeRecord);
  if (typeof text === 'string')
    findings.add(...checkFreezeRecord(text, freezeRecord, { tag, commit }));
  else findings.add(recordUnreadable(freezeRecord, text.reason));
}
