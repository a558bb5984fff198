import type { Stats } from 'node:fs';
import { createRequire } from 'node:module';
import type { FileProblem } from '../../findings/file-findings.js';
import type { HashJob, HashReport } from './hash-job.js';

// The modules that worker threads load too are plain JavaScript; this is their typed door for the rest.
const require = createRequire(import.meta.url);

interface EntryProblems {
  entryProblem(entry: Stats | undefined, path: string): FileProblem | undefined;
  systemProblem(error: unknown, path: string): FileProblem;
  readonly problemKinds: readonly FileProblem['kind'][];
  readonly readingFlags: number;
}

interface RowHashing {
  readonly RowHasher: new (job: HashJob) => { run(): Generator<number, HashReport, void> };
}

export const { entryProblem, problemKinds, readingFlags, systemProblem } =
  require('./entry-problem.cjs') as EntryProblems;
export const { RowHasher } = require('./hash-rows.cjs') as RowHashing;
