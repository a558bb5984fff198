import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SavedReceipt } from '@nx-zenodo/deposit';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { receiptSegments } from '../receipt-pattern.js';
import { isOfRelease, readReceiptAt, readReceipts } from './read-receipts.js';

/**
 * The receipts of every version of this release that lie in the checkout, those of other versions first, then
 * those of this one: what the pattern of `receipt` finds, under the name of the release.
 */
export async function readReceiptFamily(config: ReleaseConfig): Promise<readonly SavedReceipt[]> {
  const paths = (await receiptPaths(config)).filter((path) => path !== config.receipt);
  const read = await Promise.all(paths.map((path) => readReceiptAt(config.root, path)));
  const others = read
    .filter((receipt) => receipt !== null)
    .filter((one) => isOfRelease(config, one) && one.release.version !== config.version)
    .sort((a, b) => a.recordId - b.recordId);
  const all = [...others, ...(await readReceipts(config))];
  return all.filter((one, at) => all.findIndex((other) => isSameRecord(one, other)) === at);
}

// What `receipt` names is often the last receipt that its environment keeps.
function isSameRecord(a: SavedReceipt, b: SavedReceipt): boolean {
  return (
    a.environment.name === b.environment.name &&
    a.recordId === b.recordId &&
    a.release.version === b.release.version
  );
}

async function receiptPaths({ root, receiptPattern }: ReleaseConfig): Promise<readonly string[]> {
  let found: readonly string[] = [''];
  for (const segment of receiptSegments(receiptPattern)) {
    const steps = found.map(async (folder) => {
      if ('name' in segment) return [`${folder}${segment.name}/`];
      const names = await readdir(join(root, folder)).catch(() => []);
      return names.filter((name) => segment.names.test(name)).map((name) => `${folder}${name}/`);
    });
    found = (await Promise.all(steps)).flat();
  }
  return found.map((path) => path.slice(0, -1));
}
