import type { SavedReceipt } from '../receipt/deposit-receipt.js';
import type { Reservation } from '../reserve/reservation.js';

/** What the configuration and an earlier receipt say. A receipt is a hint; Zenodo's answers decide. */
export interface KnownRecord {
  /** Concept to publish under; stated by a person, so it has to exist. */
  readonly conceptRecordId?: string;
  /** Any version of that concept; stated by a person, so it has to exist. */
  readonly recordId?: string;
  readonly receipt?: SavedReceipt;
  /** The draft to publish into: its DOI stands in the files already. */
  readonly reservation?: Reservation;
}
