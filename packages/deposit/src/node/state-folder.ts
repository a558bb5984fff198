import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Pause } from '../apply/deposit-run.js';
import type { Report } from '../deposit-event.js';
import type { ReleaseName } from '../release/desired-deposit.js';
import { formatJournal, parseJournal } from '../state/deposit-journal.js';
import type { DepositState } from '../state/deposit-state.js';
import { takeLock } from './deposit-lock.js';

/** Which deposit the state belongs to. */
export interface StateKey {
  /** Scheme, host and port of the API. */
  readonly origin: string;
  readonly release: ReleaseName;
}

/**
 * The folder of the user for the state of programs. Not in the checkout: state that is committed by mistake, or
 * copied with a folder, would speak of runs that never were, and two checkouts could not see each other.
 */
export function defaultStateFolder(): string {
  const base =
    process.platform === 'win32'
      ? (process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'))
      : (process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'));
  return join(base, 'nx-zenodo', 'deposits');
}

/**
 * Opens the state of a deposit: waits for another run of the same release, then reads the journal.
 *
 * @throws DepositError NZ6017 where the other run does not end
 */
export async function openState(
  folder: string,
  key: StateKey,
  pause: Pause,
  report: Report,
): Promise<DepositState> {
  // All versions of a release share one concept, so they share the lock.
  const name = createHash('sha256').update(`${key.origin}\n${key.release.name}`).digest('hex');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name.slice(0, 32)}.json`);
  const lock = await takeLock(`${path}.lock`, key, pause, report);
  const text = await readFile(path, 'utf8').catch(() => null);
  return {
    journal: text === null ? null : parseJournal(text),
    // Whole and on the disk before the request that it announces is sent.
    write: (entry) => writeFileAtomic(path, formatJournal(entry), { fsync: true, mode: 0o600 }),
    release: () => lock.release(),
  };
}
