import { isError } from '@nx-zenodo/findings';
import { FindingCollector } from '../findings/finding-collector.js';
import { orFindings } from '../findings/fixity-error.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { noSuchShard } from '../findings/shard-findings.js';
import { shardRange } from '../shard/shard-range.js';
import type { RowRange, Shard } from '../shard/shard-range.js';
import type { ShardFile, ShardReport } from '../shard/shard-report.js';
import type { VerificationRequest } from '../verification/verification-request.js';
import { HashThreads } from './hashing/hash-files.js';
import type { HashJob } from './hashing/hash-job.js';
import { judgeFiles } from './judge-files.js';
import type { ListedFiles } from './listed-files.js';
import { readList } from './read-list.js';
import { resolveRoot } from './resolve-inside.js';

/** Everything found in one shard, and its report when no finding is an error. */
export interface ShardOutcome {
  readonly findings: readonly FixityFinding[];
  readonly report: ShardReport | null;
}

/** The signature of the release and where it lies. */
export type ShardRequest = Pick<VerificationRequest, 'root' | 'signature'>;

/**
 * Holds the files of one shard of the signature against it: the rows that {@link shardRange} gives it. The list is
 * read as a whole, so that what is wrong with it fails every shard.
 */
export async function checkShard(request: ShardRequest, shard: Shard): Promise<ShardOutcome> {
  const { index, of } = shard;
  const isShard = Number.isInteger(index) && Number.isInteger(of) && index >= 1 && index <= of;
  if (!isShard) return { findings: [noSuchShard(shard)], report: null };
  const threads = new HashThreads();
  const work = resolveRoot(request.root).then((base) =>
    checkBelow(base, request.signature, shard, threads),
  );
  return orFindings(
    work.finally(() => threads.close()),
    (findings) => ({ findings, report: null }),
  );
}

async function checkBelow(
  base: string,
  signature: string,
  shard: Shard,
  threads: HashThreads,
): Promise<ShardOutcome> {
  const findings = new FindingCollector();
  const list = await readList(base, signature, findings, threads);
  if ('problem' in list) return { findings: [list.problem], report: null };
  const { digest, listed } = list;
  const range = shardRange(shard, listed.count);
  const job = listed.job(range);
  const report = await threads.hash(job);
  judgeFiles({ listed, list: digest.path, job, report }, findings);
  const all = findings.all();
  if (all.some(isError)) return { findings: all, report: null };
  const files = shardFiles(listed, job, range);
  const entries = listed.count;
  return {
    findings: all,
    report: { schemaVersion: 1, signature: { ...digest, entries }, shard, files },
  };
}

function shardFiles(listed: ListedFiles, job: HashJob, { first, end }: RowRange): ShardFile[] {
  const sha256 = Buffer.from(job.sha256.buffer);
  const sha512 = Buffer.from(job.sha512.buffer);
  return Array.from({ length: end - first }, (_, at) => {
    const row = first + at;
    const file = {
      path: listed.path(row),
      size: job.sizes[row] ?? 0,
      sha256: sha256.toString('hex', row * 32, row * 32 + 32),
    };
    if (job.wide[row] !== 1) return file;
    return { ...file, sha512: sha512.toString('hex', row * 64, row * 64 + 64) };
  });
}
