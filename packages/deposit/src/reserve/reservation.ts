import * as v from 'valibot';
import { DepositError, stop } from '../deposit-error.js';
import { releasePlaceEntries } from '../release/release-place.js';
import type { ReleasePlace } from '../release/release-place.js';

/** A version DOI that is known before the record is published, and the draft that it belongs to. */
export interface Reservation extends ReleasePlace {
  readonly doi: string;
  /** Null for a first version: Zenodo gives a concept its DOI when its first version is published. */
  readonly conceptDoi: string | null;
  /** Page of the draft. */
  readonly url: string;
}

const reservationSchema = v.object({
  ...releasePlaceEntries,
  doi: v.string(),
  conceptDoi: v.nullable(v.string()),
  url: v.string(),
});

/** Text of a reservation file. */
export function formatReservation(reservation: Reservation): string {
  return `${JSON.stringify(reservation, null, 2)}\n`;
}

/**
 * Decodes the value of a reservation file.
 *
 * @throws DepositError NZ6013
 */
export function decodeReservation(json: unknown): Reservation {
  const result = v.safeParse(reservationSchema, json);
  if (result.success) return result.output;
  const told = result.issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
  throw new DepositError([
    stop(
      'NZ6013',
      `The reservation cannot be read (${told.join('; ')}).`,
      'Restore the file, or reserve again: the draft is found by its content.',
    ),
  ]);
}
