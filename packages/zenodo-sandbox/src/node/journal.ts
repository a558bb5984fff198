import { createReadStream } from 'node:fs';
import { open, rename, truncate, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Change } from '../model/change.js';
import { SandboxError } from '../sandbox-error.js';
import { syncFolder } from './sync-folder.js';

/** A journal of this many bytes is written anew once the rows come to less than a quarter of it. */
const compactAbove = 64 << 20;

interface Waiting {
  readonly line: string;
  readonly done: () => void;
  readonly failed: (cause: unknown) => void;
}

/**
 * The rows on disk: one line for each request, `crc32 json`, appended and synced before the answer.
 * Lines that wait together are written and synced together.
 */
export class Journal {
  readonly #path: string;
  /** All rows as they stand, taken in one go. */
  readonly #rows: () => readonly Change[];
  readonly #fsync: boolean;
  #file: FileHandle;
  #size: number;
  #compactedTo: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #broken: unknown;

  private constructor(
    path: string,
    rows: () => readonly Change[],
    file: FileHandle,
    size: number,
    fsync: boolean,
  ) {
    this.#fsync = fsync;
    this.#path = path;
    this.#rows = rows;
    this.#file = file;
    this.#size = size;
    this.#compactedTo = size;
  }

  /** Replays every whole line. A torn last line was never answered and is cut off. */
  static async open(
    path: string,
    replay: (changes: readonly Change[]) => void,
    rows: () => readonly Change[],
    fsync = true,
  ): Promise<Journal> {
    const file = await open(path, 'a');
    const whole = await replayLines(path, replay).catch(async (cause: unknown) => {
      await file.close();
      throw cause;
    });
    const { size } = await file.stat();
    if (whole < size) await truncate(path, whole);
    const journal = new Journal(path, rows, file, whole, fsync);
    // What was written since the last time is as long as this start took to read: worth shortening.
    if (whole > compactAbove) await journal.#compact();
    return journal;
  }

  /** Resolves when the line is on disk. */
  append(changes: readonly Change[]): Promise<void> {
    return new Promise((done, failed) => {
      if (this.#broken !== undefined) return failed(this.#broken);
      this.#waiting.push({ line: formatLine(changes), done, failed });
      this.#writing ??= this.#write();
    });
  }

  /** Resolves when everything appended so far is on disk: nothing may be told before. */
  async settled(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
    if (this.#broken !== undefined) throw this.#broken;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        await this.#writeBatch(batch.map(({ line }) => line).join(''));
        for (const { done } of batch) done();
        if (this.#size > Math.max(compactAbove, 4 * this.#compactedTo)) await this.#compact();
      } catch (cause) {
        this.#broken = unwritable(this.#path, cause);
        for (const { failed } of [...batch, ...this.#waiting]) failed(this.#broken);
        this.#waiting = [];
      }
    }
    this.#writing = undefined;
  }

  // Half a line must not stay: what a later start appends would stand behind it.
  async #writeBatch(lines: string): Promise<void> {
    try {
      await this.#file.appendFile(lines);
      if (this.#fsync) await this.#file.datasync();
      this.#size += Buffer.byteLength(lines);
    } catch (cause) {
      await truncate(this.#path, this.#size).catch(() => undefined);
      throw cause;
    }
  }

  // Runs while nothing is appended. Lines that wait meanwhile come after it and say the same again.
  async #compact(): Promise<void> {
    const next = `${this.#path}.next`;
    const file = await open(next, 'w');
    const rows = this.#rows();
    for (let at = 0; at < rows.length; at += 500) {
      await file.appendFile(
        rows
          .slice(at, at + 500)
          .map((row) => formatLine([row]))
          .join(''),
      );
    }
    await file.sync();
    const { size } = await file.stat();
    await file.close();
    await rename(next, this.#path);
    await syncFolder(this.#path);
    await this.#file.close();
    this.#file = await open(this.#path, 'a');
    this.#size = size;
    this.#compactedTo = size;
  }
}

function formatLine(changes: readonly Change[]): string {
  const text = JSON.stringify(changes);
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
}

function parseLine(line: string): readonly Change[] | undefined {
  const text = line.slice(9);
  if (Number.parseInt(line.slice(0, 8), 16) !== crc32(text)) return undefined;
  return JSON.parse(text) as Change[];
}

/** Bytes of the lines that are whole. */
async function replayLines(path: string, replay: (changes: readonly Change[]) => void) {
  let whole = 0;
  let number = 0;
  let torn = false;
  for await (const line of linesOf(path)) {
    number += 1;
    const changes = line.ended ? parseLine(line.text) : undefined;
    if (torn) throw damaged(path, number - 1);
    if (changes === undefined) {
      torn = true;
      continue;
    }
    replay(changes);
    whole += Buffer.byteLength(line.text) + 1;
  }
  return whole;
}

async function* linesOf(path: string): AsyncGenerator<{ text: string; ended: boolean }> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    let from = 0;
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
      yield { text: Buffer.concat([...rest, bytes.subarray(from, at)]).toString(), ended: true };
      rest = [];
      from = at + 1;
    }
    if (from < bytes.length) rest.push(bytes.subarray(from));
  }
  if (rest.length > 0) yield { text: Buffer.concat(rest).toString(), ended: false };
}

function damaged(path: string, line: number): SandboxError {
  return new SandboxError(
    'NZ7003',
    `The journal ${path} is damaged in line ${line}: its checksum does not match and lines follow it.`,
    'Restore the store from a copy, or move it away and start with an empty one.',
  );
}

function unwritable(path: string, cause: unknown): SandboxError {
  return new SandboxError(
    'NZ7004',
    `The journal ${path} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}.`,
    'Make room on the disk or repair its permissions, then start the server again: nothing answered is lost.',
    { cause },
  );
}
