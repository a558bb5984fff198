import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredContent } from '../model/file-entry.js';
import { syncFolder } from './sync-folder.js';

/** Chunks are gathered to this many bytes before they are written. */
const batchSize = 1 << 20;

/** The bytes of files, one file on disk for each, named by its id and nothing that a client said. */
export class Contents {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Stores a stream whole, synced, in constant memory. Nothing lists it yet: what is never listed
   * is removed, here when the stream fails, else at the next start.
   */
  async store(id: string, stream: AsyncIterable<Uint8Array>): Promise<StoredContent> {
    const path = this.#path(id);
    await mkdir(join(this.#folder, id.slice(0, 2)), { recursive: true });
    const file = await open(path, 'wx');
    const hash = createHash('md5');
    let size = 0;
    let batch: Uint8Array[] = [];
    let held = 0;
    let writing: Promise<unknown> = Promise.resolve();
    try {
      for await (const chunk of stream) {
        hash.update(chunk);
        size += chunk.byteLength;
        batch.push(chunk);
        held += chunk.byteLength;
        if (held < batchSize) continue;
        // One batch is written while the next comes in and is hashed.
        await writing;
        writing = file.writev(batch);
        writing.catch(() => undefined);
        batch = [];
        held = 0;
      }
      await writing;
      if (batch.length > 0) await file.writev(batch);
      await file.sync();
      await file.close();
      await syncFolder(path);
      return { id, size, md5: hash.digest('hex') };
    } catch (cause) {
      await writing.catch(() => undefined);
      await file.close().catch(() => undefined);
      await this.remove(id);
      throw cause;
    }
  }

  read(id: string): ReadStream {
    return createReadStream(this.#path(id), { highWaterMark: batchSize });
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

  #path(id: string): string {
    return join(this.#folder, id.slice(0, 2), id);
  }
}
