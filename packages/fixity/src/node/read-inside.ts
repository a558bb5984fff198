import { lstat, open } from 'node:fs/promises';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileProblem } from '../findings/file-findings.js';
import { entryProblem, readingFlags, systemProblem } from './hashing/thread-modules.js';
import { linkOnTheWay } from './resolve-inside.js';

/** Takes the bytes of a file as they are read; chunks are overwritten by the next. */
export interface ByteSink {
  /** Called once with the size before the first chunk; an answer of false stops the reading. */
  begin?(size: number): boolean;
  chunk(bytes: Uint8Array): void;
}

const chunkBytes = 1 << 20;

/**
 * Reads a confined path below a real folder, once, never past the size it had, and answers that size; says what is
 * in the way instead of throwing. What the sink was given counts only when the answer is a size.
 */
export async function readInside(
  base: string,
  path: string,
  sink: ByteSink,
): Promise<number | FileProblem> {
  const link = await linkOnTheWay(base, path);
  if (link !== undefined) return link;
  let file: FileHandle | undefined;
  try {
    const problem = entryProblem(await lstat(join(base, path)), path);
    if (problem !== undefined) return problem;
    file = await open(join(base, path), readingFlags);
    return await readOpen(file, sink);
  } catch (error) {
    return systemProblem(error, path);
  } finally {
    await file?.close();
  }
}

async function readOpen(file: FileHandle, sink: ByteSink): Promise<number | FileProblem> {
  const before = await file.stat({ bigint: true });
  const expected = Number(before.size);
  if (sink.begin?.(expected) === false) return expected;
  const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, expected + 1));
  let size = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) break;
    size += bytesRead;
    if (size > expected) return { kind: 'unstable' };
    sink.chunk(buffer.subarray(0, bytesRead));
  }
  const after = await file.stat({ bigint: true });
  return size === expected && sameState(before, after) ? size : { kind: 'unstable' };
}

function sameState(before: BigIntStats, after: BigIntStats): boolean {
  return before.size === after.size && before.mtimeNs === after.mtimeNs;
}
