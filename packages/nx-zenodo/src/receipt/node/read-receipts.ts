import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeReceipt, decodeReservation } from '@nx-zenodo/deposit';
import type { Reservation, SavedReceipt } from '@nx-zenodo/deposit';
import type { Finding } from '@nx-zenodo/findings';
import type { EnvironmentName } from '../../environment/environment.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { PluginError } from '../../plugin-error.js';
import { environmentOrder, environmentReceiptPath } from '../receipt-path.js';

/**
 * Every receipt of this release that can be read, of every environment. Receipts lie in the checkout and
 * may be edited or stale: they are hints that Zenodo's answers confirm, so an unreadable one is no error, nor is one
 * of another release, which came with a copied folder: a next version must not go under that record.
 */
export async function readReceipts(config: ReleaseConfig): Promise<readonly SavedReceipt[]> {
  const paths = [config.receipt, ...environmentOrder.map(environmentReceiptPath)];
  const read = await Promise.all(paths.map((path) => readReceiptAt(config.root, path)));
  return read.filter((receipt) => receipt !== null).filter((one) => isOfRelease(config, one));
}

/** Whether a receipt or a reservation bears the name of the release. */
export function isOfRelease(
  { name }: ReleaseConfig,
  { release }: Pick<SavedReceipt, 'release'>,
): boolean {
  return release.name === name;
}

/** The reservation of this version in this environment, if one was made. */
export async function readReservation(
  config: ReleaseConfig,
  environment: EnvironmentName,
): Promise<Reservation | null> {
  const reservation = await readValue(config.root, config.reservation, decodeReservation);
  if (reservation === null || !isOfRelease(config, reservation)) return null;
  const { environment: place, release } = reservation;
  const isThis = place.name === environment && release.version === config.version;
  return isThis ? reservation : null;
}

/** A receipt of an environment that this plugin knows. */
export type KnownReceipt = SavedReceipt & {
  readonly environment: { readonly name: EnvironmentName };
};

/**
 * A receipt that a person names.
 * @throws PluginError NZ9023 when it is not there or is no receipt of this plugin.
 */
export async function readReceipt(config: ReleaseConfig, path: string): Promise<KnownReceipt> {
  const receipt = await readReceiptAt(config.root, path);
  const name = environmentOrder.find((one) => one === receipt?.environment.name);
  if (receipt !== null && name !== undefined) {
    return { ...receipt, environment: { ...receipt.environment, name } };
  }
  throw new PluginError([noReceipt(path, 'There is no receipt of a deposition here.')]);
}

/**
 * The same, of this release alone: what is written into its documents must not be the DOI of another.
 * @throws PluginError NZ9023
 */
export async function readOwnReceipt(config: ReleaseConfig, path: string): Promise<KnownReceipt> {
  const receipt = await readReceipt(config, path);
  if (isOfRelease(config, receipt)) return receipt;
  const { name, version } = receipt.release;
  const message = `This is the receipt of ${name} ${version}, and the release is called ${config.name}.`;
  throw new PluginError([noReceipt(path, message)]);
}

function noReceipt(file: string, message: string): Finding {
  const cure = 'Deploy the release first, or name its receipt with --receipt.';
  return { code: 'NZ9023', severity: 'error', message, cure, place: { file } };
}

/** The receipt at a path below the root; null for anything that is none. */
export function readReceiptAt(root: string, path: string): Promise<SavedReceipt | null> {
  return readValue(root, path, decodeReceipt);
}

async function readValue<Value>(
  root: string,
  path: string,
  decode: (value: unknown) => Value,
): Promise<Value | null> {
  try {
    return decode(JSON.parse(await readFile(join(root, path), 'utf8')));
  } catch {
    return null;
  }
}
