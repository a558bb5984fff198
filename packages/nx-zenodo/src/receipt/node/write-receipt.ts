import { formatReceipt } from '@nx-zenodo/deposit';
import type { DepositReceipt } from '@nx-zenodo/deposit';
import { writeWhole } from '../../chain/release-output.js';
import type { EnvironmentName } from '../../environment/environment.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { environmentReceiptPath, mayReplace } from '../receipt-path.js';
import { readStandingEnvironment } from './standing-receipt.js';

/** Saves a receipt; answers the path that a person should look at. */
export async function writeReceipt(
  config: ReleaseConfig,
  environment: EnvironmentName,
  receipt: DepositReceipt,
): Promise<string> {
  const text = formatReceipt(receipt);
  const rehearsal = environmentReceiptPath(environment);
  await writeWhole(config.root, rehearsal, text);
  const standing = await readStandingEnvironment(config);
  if (!mayReplace(standing, environment)) return rehearsal;
  await writeWhole(config.root, config.receipt, text);
  return config.receipt;
}
