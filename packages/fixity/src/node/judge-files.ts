import type { Algorithm } from '../checksum-list/checksum-entry.js';
import { changedFile, fileProblem, problemCodes, wrongSize } from '../findings/file-findings.js';
import type { FindingCollector } from '../findings/finding-collector.js';
import { quote } from '../findings/quote.js';
import { problemOf } from './hashing/hash-job.js';
import type { HashJob, HashReport } from './hashing/hash-job.js';
import type { ListedFiles } from './listed-files.js';

/** What was promised of files, and what was found. */
export interface HashedFiles {
  readonly listed: ListedFiles;
  /** Path of the list, for messages. */
  readonly list: string;
  readonly job: HashJob;
  readonly report: HashReport;
}

/** Holds what was hashed against what was promised, in the order of the list. */
export function judgeFiles(
  { listed, list, job, report }: HashedFiles,
  findings: FindingCollector,
): void {
  const problems = new Map(report.problems);
  const found = { sha256: Buffer.from(job.sha256.buffer), sha512: Buffer.from(job.sha512.buffer) };
  const by = (line: number) => `line ${line} of ${quote(list)}`;
  for (let row = job.first; row < job.rows; row += 1) {
    if (job.status[row] !== 1) {
      const problem = problemOf(job, problems, row);
      findings.addLazily(problemCodes[problem.kind], () =>
        fileProblem(problem, listed.path(row), by(listed.line(row))),
      );
      continue;
    }
    for (const algorithm of ['sha256', 'sha512'] as const satisfies Algorithm[]) {
      if (listed.agrees(row, algorithm, found[algorithm])) continue;
      const promised = listed.digest(row, algorithm);
      if (promised === undefined) continue;
      const bytes = algorithm === 'sha256' ? 32 : 64;
      const hex = found[algorithm].toString('hex', row * bytes, (row + 1) * bytes);
      const digests = { algorithm, signed: promised.digest, found: hex };
      findings.add(changedFile(listed.path(row), digests, by(promised.line)));
    }
    const size = listed.size(row);
    if (size !== undefined && size !== job.sizes[row]) {
      const sizes = { signed: size, found: job.sizes[row] ?? 0 };
      findings.add(wrongSize(listed.path(row), sizes, by(listed.line(row))));
    }
  }
  findings.add(...report.movedFolders.map((path) => fileProblem({ kind: 'unstable' }, path)));
}
