import type { Bundle } from '@nx-zenodo/bundle';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import type { Pause } from '../apply/deposit-run.js';
import type { DepositFinding } from '../deposit-error.js';
import type { Report } from '../deposit-event.js';
import type { KnownRecord } from '../observe/known-record.js';
import type { DraftDecision, DraftPolicy } from '../plan/plan-knowledge.js';
import type { ReleaseName } from './desired-deposit.js';

/** What every run against Zenodo needs, whatever it is for. */
export interface DepositSettings {
  readonly release: ReleaseName;
  readonly environment: { readonly name: string; readonly apiUrl: string };
  readonly client: ZenodoClient;
  readonly known: KnownRecord;
  readonly report?: Report;
  /** Default `reuse`. */
  readonly draftPolicy?: DraftPolicy;
  /** Answers for the policy `ask`; without it, what is asked about is refused. */
  readonly decide?: (question: DepositFinding, depositionId: number) => Promise<DraftDecision>;
  /** Default false: stop where a record of the same title stands and no concept is known. */
  readonly allowNewConcept?: boolean;
  /**
   * Folder for the lock and the journal of this machine; default the user's folder for state. `null` keeps none:
   * then only what stands on Zenodo is known.
   */
  readonly stateFolder?: string | null;
  readonly pause?: Pause;
}

/** A release that was proved, and where it shall go. */
export interface DepositRequest extends DepositSettings {
  /** Absolute path of the release root: the paths of the bundle are below it. */
  readonly root: string;
  readonly bundle: Bundle;
  readonly metadata: ReleaseMetadata;
  /** Why no rehearsal was made (see checkRehearsal); kept in the receipt. */
  readonly skippedRehearsal?: string;
  /** Uploads side by side, default 4. */
  readonly concurrency?: number;
}

/** A release whose DOI shall be known before its files are frozen. */
export interface ReserveRequest extends DepositSettings {
  readonly metadata: DepositMetadata;
}
