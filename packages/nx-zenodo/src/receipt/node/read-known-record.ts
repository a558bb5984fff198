import type { KnownRecord } from '@nx-zenodo/deposit';
import type { EnvironmentName } from '../../environment/environment.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { readReceiptFamily } from './read-family.js';
import { readReservation } from './read-receipts.js';

/** What the configuration, the last receipt of any version and a reservation of this environment say of the record. */
export async function readKnownRecord(
  config: ReleaseConfig,
  environment: EnvironmentName,
): Promise<KnownRecord> {
  const { conceptRecordId, recordId } = config.zenodo;
  const receipts = await readReceiptFamily(config);
  const receipt = receipts.findLast((one) => one.environment.name === environment);
  const reservation = await readReservation(config, environment);
  return {
    ...(conceptRecordId === null ? {} : { conceptRecordId }),
    ...(recordId === null ? {} : { recordId }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(reservation === null ? {} : { reservation }),
  };
}
