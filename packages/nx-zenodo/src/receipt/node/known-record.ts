import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeReceipt } from '@nx-zenodo/deposit';
import type { KnownRecord } from '@nx-zenodo/deposit';
import type { EnvironmentName } from '../../environment/environment.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';

/**
 * What the configuration and the last receipt say of the record. A receipt lies in the checkout and
 * may be edited, stale, or from another environment: it is a hint that Zenodo's answers confirm.
 */
export async function readKnownRecord(
  config: ReleaseConfig,
  environment: EnvironmentName,
): Promise<KnownRecord> {
  const { conceptRecordId, recordId } = config.zenodo;
  const known: KnownRecord = {
    ...(conceptRecordId === null ? {} : { conceptRecordId }),
    ...(recordId === null ? {} : { recordId }),
  };
  const text = await readFile(join(config.root, config.receipt), 'utf8').catch(() => null);
  if (text === null) return known;
  const receipt = readReceipt(text);
  return receipt?.environment.name === environment ? { ...known, receipt } : known;
}

function readReceipt(text: string) {
  try {
    return decodeReceipt(JSON.parse(text));
  } catch {
    return null;
  }
}
