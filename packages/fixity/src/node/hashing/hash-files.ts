import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { HashJob, HashReport } from './hash-job.js';
import { RowHasher } from './thread-modules.js';

// A small release is hashed on this thread before another would have started (about 25 ms).
const aloneMs = 15;
const sliceMs = 20;
// More threads than this wait for the disk, not for the processor.
const mostThreads = 8;

/** Threads that help to hash. `close` ends them; nothing else keeps them from ending the process. */
export class HashThreads {
  private readonly workers: Worker[] = [];

  constructor(private readonly most = Math.min(availableParallelism(), mostThreads)) {}

  /** Starts the other threads; for who knows early that a job will be long, so that they start meanwhile. */
  start(): void {
    while (this.workers.length < this.most - 1) this.workers.push(startWorker());
  }

  /** Hashes all rows of a job: on this thread, and on the others when they were started or the job shows to be long. */
  async hash(job: HashJob): Promise<HashReport> {
    const run = new RowHasher(job).run();
    if (this.workers.length === 0) {
      const early = runFor(run, aloneMs);
      if (early !== undefined) return early;
      this.start();
    }
    const others = this.workers.map((worker) => hashInWorker(worker, job));
    const reports = await Promise.all([runInSlices(run), ...others]);
    return {
      problems: reports.flatMap(({ problems }) => problems),
      movedFolders: [...new Set(reports.flatMap((report) => report.movedFolders))],
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.splice(0).map((worker) => worker.terminate()));
  }
}

/** Hashes all rows of one job. */
export async function hashFiles(job: HashJob): Promise<HashReport> {
  const threads = new HashThreads();
  try {
    return await threads.hash(job);
  } finally {
    await threads.close();
  }
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

// Neither flags nor NODE_OPTIONS are handed on: a loader that this process needs for TypeScript would only slow
// the start of a thread that loads plain JavaScript.
function startWorker(): Worker {
  return new Worker(new URL('./hash-worker.cjs', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
}

function hashInWorker(worker: Worker, job: HashJob): Promise<HashReport> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A hashing thread ended early with ${code}.`)));
    worker.postMessage(job);
  });
}
