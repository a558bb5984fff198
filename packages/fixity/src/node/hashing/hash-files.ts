import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { HashJob, HashReport } from './hash-job.js';
import { RowHasher } from './thread-modules.js';

// A small release is hashed before a thread would have started (about 25 ms).
const aloneMs = 15;
const sliceMs = 20;
// More threads than this wait for the disk, not for the processor.
const mostThreads = 8;

/** Hashes all rows of a job, on this thread and on others once the job shows to be long. */
export async function hashFiles(
  job: HashJob,
  threads = Math.min(availableParallelism(), mostThreads),
): Promise<HashReport> {
  const run = new RowHasher(job).run();
  const early = runFor(run, aloneMs);
  if (early !== undefined) return early;
  const others = Array.from({ length: threads - 1 }, () => hashInWorker(job));
  const [own, ...reports] = await Promise.all([runInSlices(run), ...others]);
  return {
    problems: [own, ...reports].flatMap(({ problems }) => problems),
    movedFolders: [...new Set([own, ...reports].flatMap((report) => report.movedFolders))],
  };
}

function runFor(run: Generator<number, HashReport, void>, ms: number): HashReport | undefined {
  const end = performance.now() + ms;
  let step = run.next();
  while (step.done !== true && performance.now() < end) step = run.next();
  return step.done === true ? step.value : undefined;
}

async function runInSlices(run: Generator<number, HashReport, void>): Promise<HashReport> {
  for (;;) {
    const report = runFor(run, sliceMs);
    if (report !== undefined) return report;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

// Neither flags nor NODE_OPTIONS are handed on: a loader that this process needs for TypeScript would only
// slow the start of a thread that loads plain JavaScript.
function hashInWorker(job: HashJob): Promise<HashReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./hash-worker.cjs', import.meta.url), {
      workerData: job,
      execArgv: [],
      env: {},
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A hashing thread ended early with ${code}.`)));
  });
}
