import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredContent } from '../model/file-entry.js';
import { BatchedFile } from './batched-file.js';
import { syncFolder } from './sync-folder.js';
import { ZipContainer } from './zip-container.js';

/** The bytes of files, one file on disk for each, named by its id and nothing that a client said. */
export class Contents {
  readonly #folder: string;
  readonly #fsync: boolean;
  readonly #shards = new Set<string>();

  constructor(folder: string, fsync: boolean) {
    this.#folder = folder;
    this.#fsync = fsync;
  }

  /**
   * Stores a stream whole, synced, in constant memory. Nothing lists it yet: what is never listed
   * is removed, here when the stream fails, else at the next start.
   */
  async store(id: string, stream: AsyncIterable<Uint8Array>): Promise<StoredContent> {
    const path = this.#path(id);
    await this.#makeShard(id);
    const file = new BatchedFile(await open(path, 'wx'), this.#fsync);
    const hash = createHash('md5');
    try {
      for await (const chunk of stream) {
        hash.update(chunk);
        await file.add(chunk);
      }
      await Promise.all([file.end(), this.#fsync ? syncFolder(path) : undefined]);
      return { id, size: file.size, md5: hash.digest('hex') };
    } catch (cause) {
      await file.abandon();
      await this.remove(id);
      throw cause;
    }
  }

  read(id: string): ReadStream {
    return createReadStream(this.#path(id), { highWaterMark: 1 << 20 });
  }

  readWhole(id: string): Promise<Buffer> {
    return readFile(this.#path(id));
  }

  /** Opens a content that is a zip; rejects when it is none. */
  unzip(id: string): Promise<ZipContainer> {
    return ZipContainer.open(this.#path(id));
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  /** Removes what nothing lists: bytes whose request never came to its end. */
  async sweep(isListed: (id: string) => boolean): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    for (const shard of await readdir(this.#folder)) {
      for (const id of await readdir(join(this.#folder, shard))) {
        if (!isListed(id)) await rm(join(this.#folder, shard, id), { force: true });
      }
    }
  }

  async #makeShard(id: string): Promise<void> {
    const shard = id.slice(0, 2);
    if (this.#shards.has(shard)) return;
    const folder = join(this.#folder, shard);
    await mkdir(folder, { recursive: true });
    if (this.#fsync) await syncFolder(folder);
    this.#shards.add(shard);
  }

  #path(id: string): string {
    return join(this.#folder, id.slice(0, 2), id);
  }
}
