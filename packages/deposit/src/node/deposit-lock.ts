import { randomUUID } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import * as v from 'valibot';
import type { Pause } from '../apply/deposit-run.js';
import { DepositError, stop } from '../deposit-error.js';
import type { Report } from '../deposit-event.js';
import type { StateKey } from './state-folder.js';

const holderSchema = v.object({
  id: v.string(),
  pid: v.number(),
  host: v.string(),
  /** When the process began, as far as the system tells: ids of processes are used again. */
  began: v.string(),
});
type Holder = v.InferOutput<typeof holderSchema>;

const pauses = [250, 500, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000];

/**
 * One deposit of a release at a time on this machine. A lock whose process is gone is taken over.
 * Between machines nothing is locked: there the look before publication decides.
 *
 * @throws DepositError NZ6017 where the holder does not let go
 */
export async function takeLock(path: string, key: StateKey, pause: Pause, report: Report) {
  const own: Holder = {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    began: await beginningOf(process.pid),
  };
  for (let attempt = 0; ;) {
    if (await createLock(path, own)) return { release: () => releaseLock(path, own) };
    const holder = await readHolder(path);
    if (holder === undefined) continue;
    if (!(await isAlive(holder)) && (await removeStale(path, holder, own))) continue;
    const milliseconds = pauses[attempt];
    if (milliseconds === undefined) throw isHeld(key, holder, path);
    const reason = `another deposit of ${key.release.name} runs (process ${holder.pid})`;
    report({ kind: 'waiting', reason, milliseconds });
    await pause(milliseconds);
    attempt += 1;
  }
}

async function createLock(path: string, own: Holder): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify(own));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

// A lock that is being written holds no JSON yet: it is read again, and taken for stale in the end.
async function readHolder(path: string): Promise<Holder | undefined> {
  for (let look = 0; look < 10; look += 1) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const result = v.safeParse(v.pipe(v.string(), v.parseJson(), holderSchema), text);
    if (result.success) return result.output;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { id: '', pid: 0, host: hostname(), began: '' };
}

async function isAlive(holder: Holder): Promise<boolean> {
  // What runs on another machine that shares the folder cannot be seen from here.
  if (holder.host !== hostname()) return true;
  if (holder.pid === 0) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return (await beginningOf(holder.pid)) === holder.began;
}

// Linux, proc(5): field 22 of stat; the name in brackets before it may hold spaces. '' where there is no /proc.
async function beginningOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

// Removed only under a lock of its own: of two runs that find the same dead lock, the slower one would else remove
// the lock that the faster one has just made. False where another run is at it.
async function removeStale(path: string, stale: Holder, own: Holder): Promise<boolean> {
  const takeover = `${path}.takeover`;
  if (!(await createLock(takeover, own))) {
    const other = await readHolder(takeover);
    if (other === undefined || (await isAlive(other))) return false;
    return removeStale(takeover, other, own);
  }
  try {
    if ((await readHolder(path))?.id === stale.id) await rm(path, { force: true });
    return true;
  } finally {
    await rm(takeover, { force: true });
  }
}

async function releaseLock(path: string, own: Holder): Promise<void> {
  if ((await readHolder(path))?.id === own.id) await rm(path, { force: true });
}

function isHeld(key: StateKey, holder: Holder, path: string): DepositError {
  return new DepositError([
    stop(
      'NZ6017',
      `Another deposit of ${key.release.name} to ${key.origin} runs on ${holder.host} as process ${holder.pid}, and did not end in two minutes.`,
      `Let it end, then run again. If no such process exists, remove ${path}.`,
    ),
  ]);
}
