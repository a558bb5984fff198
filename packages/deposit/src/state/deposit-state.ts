import type { JournalEntry } from './deposit-journal.js';

/** Where one deposit keeps what a later or a parallel run on this machine should know. */
export interface DepositState {
  /** What the last run wrote down, or null. */
  readonly journal: JournalEntry | null;
  write(entry: JournalEntry): Promise<void>;
  /** Lets the next run begin. */
  release(): Promise<void>;
}

/** Keeps nothing. */
export const noState: DepositState = {
  journal: null,
  write: () => Promise.resolve(),
  release: () => Promise.resolve(),
};
