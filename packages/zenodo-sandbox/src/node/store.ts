import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Change } from '../model/change.js';
import { Tables } from '../model/world.js';
import { Contents } from './contents.js';
import { Journal } from './journal.js';
import { lockStore, type StoreLock } from './lock.js';

/** The durable state of one local Zenodo: rows in memory and in a journal, contents as files. */
export class Store {
  readonly path: string;
  readonly tables: Tables;
  readonly contents: Contents;
  readonly lock: StoreLock;
  readonly #journal: Journal;

  private constructor(
    path: string,
    lock: StoreLock,
    parts: { tables: Tables; journal: Journal; fsync: boolean },
  ) {
    this.path = path;
    this.lock = lock;
    this.tables = parts.tables;
    this.#journal = parts.journal;
    this.contents = new Contents(join(path, 'files'), parts.fsync);
  }

  /** Opens a store, or makes it. Throws NZ7001 when it is in use, NZ7003 when it is damaged. Without `fsync`
   * what was answered survives the end of the process, not the end of the power. */
  static async open(folder: string, { fsync }: { fsync: boolean }): Promise<Store> {
    const path = resolve(folder);
    await mkdir(path, { recursive: true });
    const lock = await lockStore(path);
    try {
      const tables = new Tables();
      const journal = await Journal.open(
        join(path, 'journal.ndjson'),
        (changes) => void tables.apply(changes),
        () => [...tables.rows()],
        fsync,
      );
      const store = new Store(path, lock, { tables, journal, fsync });
      await store.contents.sweep((id) => tables.usesContent(id));
      return store;
    } catch (cause) {
      await lock.release();
      throw cause;
    }
  }

  /** Applies rows at once, so that the next request sees them; resolves when they are on disk. */
  async commit(changes: readonly Change[]): Promise<void> {
    const unused = this.tables.apply(changes);
    await this.#journal.append(changes);
    for (const id of unused) {
      if (!this.tables.usesContent(id)) await this.contents.remove(id);
    }
  }

  /** Resolves when all that was committed is on disk. */
  settled(): Promise<void> {
    return this.#journal.settled();
  }

  async close(): Promise<void> {
    await this.#journal.close();
    await this.lock.release();
  }
}
