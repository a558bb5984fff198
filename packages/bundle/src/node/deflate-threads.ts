import { availableParallelism } from 'node:os';
import { deflateRawSync } from 'node:zlib';
import { Worker } from 'node:worker_threads';
import type { Effort } from '../deflate/level.js';

/** Compresses small files in other threads, many at a time: one by one the way there would cost more. */
export interface DeflateThreads {
  deflate(bytes: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
}

// Large enough that a message pays, small enough that all threads have work.
const batchBytes = 192 * 1024;
// This thread is one of those that work.
const mostThreads = 3;
// A thread that has this much to do is given no more; what is left is done here.
const mostWaiting = 2;

// The program of a thread, as text: it needs nothing but zlib, whichever way this package was loaded.
const program = `
const { parentPort, workerData: { level } } = require('node:worker_threads');
const { deflateRawSync } = require('node:zlib');
parentPort.on('message', ({ bytes, ends }) => {
  const parts = ends.map((end, at) => {
    const part = bytes.subarray(ends[at - 1] ?? 0, end);
    return deflateRawSync(part, { level, chunkSize: part.length + 64 });
  });
  let size = 0;
  const sizes = parts.map((part) => (size += part.length));
  const all = new Uint8Array(size);
  parts.forEach((part, at) => all.set(part, sizes[at - 1] ?? 0));
  parentPort.postMessage({ bytes: all, ends: sizes }, [all.buffer]);
});
`;

interface Batch {
  readonly parts: Uint8Array[];
  readonly settle: {
    readonly resolve: (bytes: Uint8Array) => void;
    readonly reject: (reason: Error) => void;
  }[];
  size: number;
}
const emptyBatch = (): Batch => ({ parts: [], settle: [], size: 0 });

/** Starts the threads: one fewer than the machine has processors, one at least. */
export function openDeflateThreads(level: Effort): DeflateThreads {
  const others = Math.max(1, Math.min(availableParallelism() - 1, mostThreads));
  const threads = Array.from({ length: others }, () => openThread(level));
  let batch = emptyBatch();
  const send = () => {
    const full = batch;
    batch = emptyBatch();
    if (full.size === 0) return;
    const [free] = [...threads].sort((a, b) => a.waiting() - b.waiting());
    if (free !== undefined && free.waiting() < mostWaiting) free.send(full);
    else full.settle.forEach(({ resolve }, at) => resolve(deflateHere(full.parts[at], level)));
  };
  return {
    deflate: (bytes) =>
      new Promise((resolve, reject) => {
        // Whoever waits for the last, unfilled batch lets the event loop turn, and that sends it.
        if (batch.size === 0) setImmediate(send);
        batch.parts.push(bytes);
        batch.settle.push({ resolve, reject });
        batch.size += bytes.length;
        if (batch.size >= batchBytes) send();
      }),
    close: async () => void (await Promise.all(threads.map((thread) => thread.close()))),
  };
}

// The output buffer as large as the input: the usual 16 KB for each of thousands would go to the collector.
function deflateHere(part: Uint8Array = new Uint8Array(0), level: Effort): Uint8Array {
  return deflateRawSync(part, { level, chunkSize: part.length + 64 });
}

function openThread(level: Effort) {
  const worker = new Worker(program, { eval: true, execArgv: [], workerData: { level } });
  const sent: Batch[] = [];
  worker.on('message', ({ bytes, ends }: { bytes: Uint8Array; ends: number[] }) => {
    const batch = sent.shift();
    batch?.settle.forEach(({ resolve }, at) =>
      resolve(bytes.subarray(ends[at - 1] ?? 0, ends[at])),
    );
  });
  worker.on('error', (error) => {
    for (const { settle } of sent.splice(0)) settle.forEach(({ reject }) => reject(error));
  });
  return {
    waiting: () => sent.length,
    send: (batch: Batch) => {
      let end = 0;
      const ends = batch.parts.map((part) => (end += part.length));
      const bytes = new Uint8Array(end);
      batch.parts.forEach((part, at) => bytes.set(part, ends[at - 1] ?? 0));
      sent.push(batch);
      worker.postMessage({ bytes, ends }, [bytes.buffer]);
    },
    close: () => worker.terminate(),
  };
}
