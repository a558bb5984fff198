import { isError } from '@nx-zenodo/findings';
import type { ChecksumEntry } from '../checksum-list/checksum-entry.js';
import { changedFile, fileProblem } from '../findings/file-findings.js';
import { FixityError, throwFindings } from '../findings/fixity-error.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { nothingListed } from '../findings/list-findings.js';
import { quote } from '../findings/quote.js';
import { compareCodePoints } from '../release-path/code-point-order.js';
import { checkCoverage } from '../verification/coverage.js';
import { distinctEntries } from '../verification/distinct-entries.js';
import type { VerificationRequest } from '../verification/verification-request.js';
import type { FileDigest, VerifiedRelease } from '../verified-release.js';
import { hashInside } from './digest-file.js';
import { readSignature } from './read-signature.js';
import type { ReadSignature } from './read-signature.js';
import { resolveRoot } from './resolve-inside.js';

/** Everything found, and the proved release when no finding is an error. */
export interface FixityOutcome {
  readonly findings: readonly FixityFinding[];
  readonly release: VerifiedRelease | null;
}

/** Proves that the bytes on disk are the bytes that were signed, or throws {@link FixityError} with all findings. */
export async function verifyRelease(request: VerificationRequest): Promise<VerifiedRelease> {
  const { findings, release } = await checkFixity(request);
  if (release !== null) return release;
  throwFindings(findings);
  throw new Error('A release that was not proved has findings.');
}

/** Checks the signature, every file it lists and every artifact it must cover, and tells all that is wrong. */
export async function checkFixity(request: VerificationRequest): Promise<FixityOutcome> {
  let base: string;
  try {
    base = await resolveRoot(request.root);
  } catch (error) {
    if (error instanceof FixityError) return { findings: error.findings, release: null };
    throw error;
  }
  const signature = await readSignature(base, request.signature);
  if ('problem' in signature) return { findings: [signature.problem], release: null };
  const { entries, findings } = distinctEntries(signature.entries, signature.digest.path);
  const listed = new Set(entries.map(({ path }) => path));
  findings.unshift(...signature.findings);
  if (entries.length === 0) findings.push(nothingListed(signature.digest.path));
  const files = await checkFiles(base, entries, signature, findings);
  findings.push(...checkCoverage(request, (path) => listed.has(path)));
  return { findings, release: findings.some(isError) ? null : prove(signature, files) };
}

async function checkFiles(
  base: string,
  entries: readonly ChecksumEntry[],
  signature: ReadSignature,
  findings: FixityFinding[],
): Promise<Map<string, FileDigest>> {
  const files = new Map<string, FileDigest>();
  for (const { path, algorithm, digest, line } of entries) {
    const listedBy = `line ${line} of ${quote(signature.digest.path)}`;
    const hashed = await hashInside(base, path, ['sha256', algorithm]);
    if ('problem' in hashed) {
      findings.push(fileProblem(hashed.problem, path, listedBy));
      continue;
    }
    const [sha256 = '', found = ''] = hashed.digests;
    if (found !== digest) {
      findings.push(changedFile(path, { algorithm, signed: digest, found }, listedBy));
    }
    files.set(path, { path, size: hashed.size, sha256 });
  }
  return files;
}

// The one place that makes a VerifiedRelease: after every check, when none found an error.
function prove(signature: ReadSignature, files: ReadonlyMap<string, FileDigest>): VerifiedRelease {
  const release: Omit<VerifiedRelease, symbol> = {
    schemaVersion: 1,
    signature: { ...signature.digest, entries: files.size },
    files: [...files.values()].sort((a, b) => compareCodePoints(a.path, b.path)),
  };
  return release as VerifiedRelease;
}
