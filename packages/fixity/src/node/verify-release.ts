import { isError } from '@nx-zenodo/findings';
import { FindingCollector } from '../findings/finding-collector.js';
import { orFindings, throwFindings } from '../findings/fixity-error.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { compareCodePoints } from '../release-path/code-point-order.js';
import { checkCoverage } from '../verification/coverage.js';
import type { VerificationRequest } from '../verification/verification-request.js';
import type { FileDigest, VerifiedRelease } from '../verified-release.js';
import { HashThreads } from './hashing/hash-files.js';
import { digestsOf } from './hashing/hash-job.js';
import type { HashJob } from './hashing/hash-job.js';
import { judgeFiles } from './judge-files.js';
import type { ListedFiles } from './listed-files.js';
import { readList } from './read-list.js';
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
  const { findings, prove } = await examineRelease(request);
  return { findings, release: prove?.() ?? null };
}

/** What was found, before the values of a proved release are made. */
export interface Examination {
  readonly findings: readonly FixityFinding[];
  /** Files and bytes that were listed and hashed. */
  readonly files: number;
  readonly bytes: number;
  /** The folders of the listed files; undefined when the list could not be read. */
  readonly folders?: () => ReadonlySet<string>;
  /** Undefined when a finding is an error. */
  readonly prove?: () => VerifiedRelease;
}

/** {@link checkFixity} for who wants the verdict of 200,000 files without 200,000 values. */
export async function examineRelease(request: VerificationRequest): Promise<Examination> {
  const threads = new HashThreads();
  const work = resolveRoot(request.root).then((base) => examineBelow(base, request, threads));
  return orFindings(
    work.finally(() => threads.close()),
    (findings) => ({ findings, files: 0, bytes: 0 }),
  );
}

async function examineBelow(
  base: string,
  request: VerificationRequest,
  threads: HashThreads,
): Promise<Examination> {
  const findings = new FindingCollector();
  const list = await readList(base, request.signature, findings, threads);
  if ('problem' in list) return { findings: [list.problem], files: 0, bytes: 0 };
  const { digest, listed } = list;
  const job = listed.job();
  const report = await threads.hash(job);
  judgeFiles({ listed, list: digest.path, job, report }, findings);
  findings.add(...checkCoverage(request, (path) => listed.covers(path)));
  const all = findings.all();
  const folders = () => listed.folders();
  const told = { findings: all, files: job.rows, bytes: totalBytes(job), folders };
  return all.some(isError) ? told : { ...told, prove: () => prove(digest, listed, job) };
}

function totalBytes(job: HashJob): number {
  return job.sizes.reduce((total, size) => total + size, 0);
}

// The one place that makes a VerifiedRelease: after every check, when none found an error.
function prove(digest: FileDigest, listed: ListedFiles, job: HashJob): VerifiedRelease {
  const paths = Array.from({ length: job.rows }, (_, row) => listed.path(row));
  const release: Omit<VerifiedRelease, symbol> = {
    schemaVersion: 1,
    signature: { ...digest, entries: job.rows },
    files: digestsOf(job, paths).sort((a, b) => compareCodePoints(a.path, b.path)),
  };
  return release as VerifiedRelease;
}
