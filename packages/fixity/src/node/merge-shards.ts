import { isError } from '@nx-zenodo/findings';
import { fileProblem, refusedReleasePath } from '../findings/file-findings.js';
import { FindingCollector } from '../findings/finding-collector.js';
import { orFindings } from '../findings/fixity-error.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import {
  shardDisagrees,
  shardNotItsFiles,
  shardOfAnother,
  shardUnreadable,
} from '../findings/shard-findings.js';
import { compareCodePoints } from '../release-path/code-point-order.js';
import { parseReleasePath } from '../release-path/release-path.js';
import { shardRange } from '../shard/shard-range.js';
import type { Shard } from '../shard/shard-range.js';
import { parseShardReport } from '../shard/shard-report.js';
import type { ShardFile, ShardReport } from '../shard/shard-report.js';
import { checkCoverage } from '../verification/coverage.js';
import type { VerificationRequest } from '../verification/verification-request.js';
import type { FileDigest, ReleaseDigests } from '../verified-release.js';
import type { ListedFiles } from './listed-files.js';
import { readInside } from './read-inside.js';
import { readList } from './read-list.js';
import { mostListBytes } from './read-signature.js';
import { resolveRoot } from './resolve-inside.js';

/** A release whose signature was verified in shards. */
export interface MergeRequest extends VerificationRequest {
  readonly shards: number;
  /** Where the report of a shard lies, relative to the root. */
  readonly reportPath: (shard: Shard) => string;
}

/** Everything found, and what the shards tell together when no finding is an error. */
export interface MergeOutcome {
  readonly findings: readonly FixityFinding[];
  /** No `VerifiedRelease`: the reports say it, and nothing here has read the files themselves. */
  readonly release: ReleaseDigests | null;
}

/**
 * Proves that the reports of all shards together are the signature, row for row: of this very signature (by its
 * digest), each file once, in its place, with the digests that were signed. The files are not read again.
 */
export async function mergeShards(request: MergeRequest): Promise<MergeOutcome> {
  const work = resolveRoot(request.root).then((base) => mergeBelow(base, request));
  return orFindings(work, (findings) => ({ findings, release: null }));
}

async function mergeBelow(base: string, request: MergeRequest): Promise<MergeOutcome> {
  const findings = new FindingCollector();
  const list = await readList(base, request.signature, findings);
  if ('problem' in list) return { findings: [list.problem], release: null };
  const { digest, listed } = list;
  const files: FileDigest[] = [];
  for (let index = 1; index <= request.shards; index += 1) {
    const shard = { index, of: request.shards };
    const file = request.reportPath(shard);
    const report = await readReport(base, file);
    if (typeof report === 'string') findings.add(shardUnreadable(shard, file, report));
    else files.push(...merged(report, { shard, file, digest, listed }, findings));
  }
  findings.add(...checkCoverage(request, (path) => listed.covers(path)));
  const all = findings.all();
  if (all.some(isError)) return { findings: all, release: null };
  files.sort((a, b) => compareCodePoints(a.path, b.path));
  const signature = { ...digest, entries: listed.count };
  return { findings: all, release: { schemaVersion: 1, signature, files } };
}

async function readReport(base: string, written: string): Promise<ShardReport | string> {
  const reading = parseReleasePath(written);
  if (!reading.ok) return refusedReleasePath(reading, written).message;
  const chunks: Buffer[] = [];
  const size = await readInside(base, reading.path, {
    begin: (bytes) => bytes <= mostListBytes,
    chunk: (bytes) => void chunks.push(Buffer.from(bytes)),
  });
  if (typeof size !== 'number') return fileProblem(size, reading.path).message.slice(0, -1);
  return parseShardReport(Buffer.concat(chunks).toString('utf8')) ?? 'it is not one';
}

/** One report and what it is held against. */
interface Claim {
  readonly shard: Shard;
  readonly file: string;
  readonly digest: FileDigest;
  readonly listed: ListedFiles;
}

function merged(report: ShardReport, claim: Claim, findings: FindingCollector): FileDigest[] {
  const { shard, file, listed } = claim;
  const another = ofAnother(report, claim);
  if (another !== undefined) {
    findings.add(shardOfAnother(shard, file, another));
    return [];
  }
  const { first, end } = shardRange(shard, listed.count);
  const length = Math.max(end - first, report.files.length);
  const files: FileDigest[] = [];
  for (let at = 0; at < length; at += 1) {
    const row = first + at;
    const found = report.files[at];
    const expected = row < end ? listed.path(row) : undefined;
    if (found === undefined || found.path !== expected) {
      findings.add(shardNotItsFiles(shard, file, { expected, reported: found?.path }));
      return [];
    }
    const what = difference(found, listed, row);
    if (what !== undefined) findings.add(shardDisagrees(shard, file, found.path, what));
    files.push({ path: found.path, size: found.size, sha256: found.sha256 });
  }
  return files;
}

function ofAnother({ signature, shard }: ShardReport, claim: Claim): string | undefined {
  if (signature.path !== claim.digest.path || signature.sha256 !== claim.digest.sha256)
    return 'another signature';
  if (shard.of !== claim.shard.of) return `a division into ${shard.of}`;
  return shard.index === claim.shard.index ? undefined : `shard ${shard.index}`;
}

function difference(found: ShardFile, listed: ListedFiles, row: number): string | undefined {
  for (const algorithm of ['sha256', 'sha512'] as const) {
    const promised = listed.digest(row, algorithm);
    if (promised !== undefined && promised.digest !== found[algorithm]) return algorithm;
  }
  const size = listed.size(row);
  return size === undefined || size === found.size ? undefined : 'size';
}
