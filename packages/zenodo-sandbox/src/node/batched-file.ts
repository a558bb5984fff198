import type { FileHandle } from 'node:fs/promises';

/** Chunks are gathered to this many bytes before they are written. */
const batchSize = 1 << 20;
/** So many bytes are given to the disk at a time while more come in: the sync at the end is short. */
const syncEvery = 32 << 20;

/** A file that is written in large pieces: one is on its way to disk while the next is gathered. */
export class BatchedFile {
  readonly #file: FileHandle;
  readonly #fsync: boolean;
  #batch: Uint8Array[] = [];
  #held = 0;
  #unsynced = 0;
  #writing: Promise<unknown> = Promise.resolve();
  #syncing: Promise<unknown> = Promise.resolve();
  /** Bytes added so far. */
  size = 0;

  constructor(file: FileHandle, fsync: boolean) {
    this.#file = file;
    this.#fsync = fsync;
  }

  /** Resolves at once until a batch is full, then when the batch before it is written. */
  async add(chunk: Uint8Array): Promise<void> {
    this.#batch.push(chunk);
    this.#held += chunk.byteLength;
    this.size += chunk.byteLength;
    if (this.#held >= batchSize) await this.#flush();
  }

  /** Writes the rest, syncs and closes. */
  async end(): Promise<void> {
    if (this.#held > 0) await this.#flush();
    await this.#writing;
    await this.#syncing;
    if (this.#fsync) await this.#file.sync();
    await this.#file.close();
  }

  /** Closes what will be thrown away. */
  async abandon(): Promise<void> {
    await Promise.allSettled([this.#writing, this.#syncing]);
    await this.#file.close().catch(() => undefined);
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    const held = this.#held;
    this.#batch = [];
    this.#held = 0;
    await this.#writing;
    this.#writing = this.#file.writev(batch);
    this.#writing.catch(() => undefined);
    this.#unsynced += held;
    if (this.#fsync && this.#unsynced >= syncEvery) await this.#syncAside();
  }

  async #syncAside(): Promise<void> {
    this.#unsynced = 0;
    await this.#syncing;
    this.#syncing = this.#writing.then(() => this.#file.datasync());
    this.#syncing.catch(() => undefined);
  }
}
