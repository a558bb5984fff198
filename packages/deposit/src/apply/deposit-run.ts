import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import type { DraftPolicy } from '../plan/plan-knowledge.js';
import type { Report } from '../deposit-event.js';
import type { DesiredDeposit } from '../release/desired-deposit.js';

/** Waits; injected, so that tests need no time. */
export type Pause = (milliseconds: number) => Promise<void>;

/** What one deposit holds in its hands from the first look to the receipt. */
export interface DepositRun {
  readonly client: ZenodoClient;
  readonly desired: DesiredDeposit;
  /** Absolute path of a file of the bundle. */
  readonly locate: (path: string) => Promise<string>;
  readonly report: Report;
  readonly pause: Pause;
  /** Uploads side by side. */
  readonly concurrency: number;
  /** Drafts and edits that this run has made or resumed. */
  readonly own: Set<number>;
  /** Drafts that Zenodo has named and the index may not show yet: to be looked at, whose they are is open. */
  readonly seen: Set<number>;
  /** The draft that the journal of an earlier run names. */
  readonly journalled: number | null;
  /** The run that wrote the journal came to its end: an edit that is open now was opened by somebody else. */
  readonly journalIsClosed: boolean;
  /** Publish under a new concept where only title and version are those of another record. */
  readonly allowNewConcept: boolean;
  /** The draft whose DOI was reserved. */
  readonly reserved: number | null;
  /** Writes into the journal what is about to be done. */
  readonly note: (step: string, depositionId: number | null) => Promise<void>;
  /** The draft whose metadata this run has sent whole. */
  prepared: number | null;
  /** What happens to drafts of others; an answer changes it. */
  draftPolicy: DraftPolicy;
}
