import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { SandboxError } from '../sandbox-error.js';
import { isAlive, startOf } from './process-identity.js';

/** Who holds a store; readable by anyone who looks into it. */
export interface LockHolder {
  readonly pid: number;
  /** What the system says of the start of that process, so that a reused pid is not mistaken for it. */
  readonly start: string;
  readonly host: string;
  /** Where the holder listens, once it does. */
  readonly url?: string;
}

export interface StoreLock {
  /** Tells others where this holder listens. */
  announce(url: string): Promise<void>;
  release(): Promise<void>;
}

const lockName = /^lock\.(\d+)$/;

/**
 * Takes the store, or throws NZ7001 with its holder. A lock is a file `lock.N` that is linked into
 * place with its content; a crashed holder is succeeded by N+1, which only one process can create.
 */
export async function lockStore(store: string): Promise<StoreLock> {
  for (;;) {
    const last = await lastLock(store);
    if (last !== undefined && isHeld(last.holder)) throw inUse(store, last.holder);
    const number = (last?.number ?? 0) + 1;
    const holder: LockHolder = { pid: process.pid, start: startOf(process.pid), host: hostname() };
    if (!(await create(store, number, holder))) continue;
    // Between our look and our link another may have come, gone and been cleaned away.
    if ((await lastLock(store))?.number !== number) {
      await rm(join(store, `lock.${number}`), { force: true });
      continue;
    }
    await removeBelow(store, number);
    return lockAt(store, number, holder);
  }
}

/** The living holder of a store, if there is one. */
export async function holderOf(store: string): Promise<LockHolder | undefined> {
  const last = await lastLock(store);
  return last !== undefined && isHeld(last.holder) ? last.holder : undefined;
}

function lockAt(store: string, number: number, holder: LockHolder): StoreLock {
  const path = join(store, `lock.${number}`);
  return {
    announce: async (url) => {
      const next = `${path}.next`;
      await writeFile(next, JSON.stringify({ ...holder, url }));
      await rename(next, path);
    },
    release: () => rm(path, { force: true }),
  };
}

async function create(store: string, number: number, holder: LockHolder): Promise<boolean> {
  const whole = join(store, `lock.${randomUUID()}.new`);
  await writeFile(whole, JSON.stringify(holder));
  try {
    await link(whole, join(store, `lock.${number}`));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
  }
}

async function lastLock(store: string) {
  const numbers = (await readdir(store))
    .flatMap((name) => lockName.exec(name)?.[1] ?? [])
    .map(Number);
  if (numbers.length === 0) return undefined;
  const number = Math.max(...numbers);
  const text = await readFile(join(store, `lock.${number}`), 'utf8').catch(() => undefined);
  // Released between the two looks: as free as if it had never been.
  if (text === undefined) return { number, holder: undefined };
  return { number, holder: JSON.parse(text) as LockHolder };
}

async function removeBelow(store: string, number: number): Promise<void> {
  for (const name of await readdir(store)) {
    const found = lockName.exec(name)?.[1];
    if (found !== undefined && Number(found) < number) await rm(join(store, name), { force: true });
  }
}

// A process of another machine (a shared disk) cannot be asked: its lock stands.
function isHeld(holder: LockHolder | undefined): boolean {
  if (holder === undefined) return false;
  if (holder.host !== hostname()) return true;
  return isAlive(holder.pid) && startOf(holder.pid) === holder.start;
}

function inUse(store: string, holder: LockHolder | undefined): SandboxError {
  const where = holder?.url === undefined ? '' : ` and listens at ${holder.url}`;
  return new SandboxError(
    'NZ7001',
    `The store ${store} is in use: process ${holder?.pid} on ${holder?.host} holds it${where}.`,
    'Use that server, stop it, or give this one a store of its own.',
  );
}
