import { statSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { join } from 'node:path';

interface WatchedFolder {
  readonly watcher: FSWatcher;
  readonly inode: number;
}

// A change comes as a burst of events: the look waits until they have settled.
const settleMs = 50;

/**
 * Watches folders, each by itself (one watch a folder, not one a file: the system's number of watches is small).
 */
export class FolderWatch {
  private readonly watchers = new Map<string, WatchedFolder>();
  private changed = false;
  private wake: (() => void) | undefined;

  constructor(private readonly base: string) {}

  get folders(): number {
    return this.watchers.size;
  }

  /** Watches these folders and no others; true when one was added, so that something may have been missed. */
  update(folders: ReadonlySet<string>): boolean {
    for (const [folder, { inode }] of this.watchers) {
      // A watch follows its folder when that is renamed: another folder in its place needs a watch of its own.
      if (!folders.has(folder) || this.inode(folder) !== inode) this.drop(folder);
    }
    let added = false;
    for (const folder of folders) {
      if (!this.watchers.has(folder) && this.add(folder)) added = true;
    }
    return added;
  }

  /** Waits until something changed and settled, `ms` passed, or the signal came; changes since the last wait count. */
  async next(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (!this.changed) await this.sleep(ms, signal);
    while (this.changed && signal?.aborted !== true) {
      this.changed = false;
      await this.sleep(settleMs, signal);
    }
  }

  close(): void {
    for (const folder of [...this.watchers.keys()]) this.drop(folder);
  }

  private add(folder: string): boolean {
    const told = () => {
      this.changed = true;
      this.wake?.();
    };
    const lost = () => {
      this.drop(folder);
      told();
    };
    const inode = this.inode(folder);
    if (inode === undefined) return false;
    try {
      const watcher = watch(join(this.base, folder), told).on('error', lost);
      this.watchers.set(folder, { watcher, inode });
      return true;
    } catch {
      // Not there at the moment: the folder above is watched and tells when it comes back.
      return false;
    }
  }

  private drop(folder: string): void {
    this.watchers.get(folder)?.watcher.close();
    this.watchers.delete(folder);
  }

  private inode(folder: string): number | undefined {
    return statSync(join(this.base, folder), { throwIfNoEntry: false })?.ino;
  }

  private sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        this.wake = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done);
      this.wake = done;
    });
  }
}
