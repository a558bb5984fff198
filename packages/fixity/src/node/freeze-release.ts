import { createHash } from 'node:crypto';
import { formatChecksumList } from '../checksum-list/format-checksum-list.js';
import { fileProblem, nothingToFreeze, refusedReleasePath } from '../findings/file-findings.js';
import { throwFindings } from '../findings/fixity-error.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { selectFiles } from '../freeze/file-selection.js';
import { compareLists } from '../freeze/list-changes.js';
import type { ListChanges } from '../freeze/list-changes.js';
import { parseReleasePath } from '../release-path/release-path.js';
import type { FileDigest, SignatureDigest } from '../verified-release.js';
import { hashInside } from './digest-file.js';
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
  const before = await readSignature(base, request.signature);
  const files = await digestMatching(base, request);
  const list = Buffer.from(
    formatChecksumList(files.map(({ path, sha256 }) => ({ path, digest: sha256 }))),
  );
  const sha256 = createHash('sha256').update(list).digest('hex');
  if ('problem' in before || before.digest.sha256 !== sha256) {
    const { default: writeFileAtomic } = await import('write-file-atomic');
    await writeFileAtomic(target, list);
  }
  const reading = parseReleasePath(request.signature);
  const path = reading.ok ? reading.path : request.signature;
  return {
    ...compareLists('problem' in before ? [] : before.entries, files),
    signature: { path, size: list.length, sha256, entries: files.length },
  };
}

async function digestMatching(base: string, request: FreezeRequest): Promise<FileDigest[]> {
  const files: FileDigest[] = [];
  const findings: FixityFinding[] = [];
  for (const name of await matchingNames(base, request)) {
    const reading = parseReleasePath(name);
    if (!reading.ok) {
      findings.push(refusedReleasePath(reading, name));
      continue;
    }
    const { path } = reading;
    const hashed = await hashInside(base, path, ['sha256']);
    if ('problem' in hashed) findings.push(fileProblem(hashed.problem, path));
    else files.push({ path, size: hashed.size, sha256: hashed.digests[0] ?? '' });
  }
  if (files.length === 0) findings.push(nothingToFreeze(request.include));
  throwFindings(findings);
  return files;
}

async function matchingNames(base: string, request: FreezeRequest): Promise<string[]> {
  const { default: picomatch } = await import('picomatch');
  const selection = selectFiles(picomatch, request.include, request.exclude ?? []);
  const own = parseReleasePath(request.signature);
  const names = await matchingFiles(base, selection);
  return names.filter((name) => !own.ok || name !== own.path);
}
