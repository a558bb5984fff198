import * as v from 'valibot';
import type { ReleaseName } from './desired-deposit.js';

/** Which release stands where: what receipt and reservation both begin with. */
export interface ReleasePlace {
  readonly schemaVersion: 1;
  readonly release: ReleaseName;
  readonly environment: {
    readonly name: string;
    /** Scheme, host and port of the API. */
    readonly origin: string;
  };
  readonly depositionId: number;
  readonly conceptRecordId: string;
}

/** The same, to be decoded. */
export const releasePlaceEntries = {
  schemaVersion: v.literal(1),
  release: v.object({ name: v.string(), version: v.string() }),
  environment: v.object({ name: v.string(), origin: v.string() }),
  depositionId: v.pipe(v.number(), v.integer(), v.minValue(1)),
  conceptRecordId: v.string(),
};
