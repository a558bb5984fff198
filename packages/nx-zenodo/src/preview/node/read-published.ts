import { readdir } from 'node:fs/promises';
import { posix, join } from 'node:path';
import { decodeReceipt } from '@nx-zenodo/deposit';
import type { SavedReceipt } from '@nx-zenodo/deposit';
import { readReceipts } from '../../receipt/node/read-receipts.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { readSmallText } from './small-file.js';

/** The receipts of this version, and those of other versions that lie beside it. */
export async function readPublished(config: ReleaseConfig): Promise<readonly SavedReceipt[]> {
  const folder = posix.dirname(config.receipt);
  const names = await readdir(join(config.root, folder)).catch(() => []);
  const paths = names.filter((name) => name.endsWith('.json')).map((name) => `${folder}/${name}`);
  const beside = await Promise.all(paths.map((path) => readReceiptAt(config.root, path)));
  return [...(await readReceipts(config)), ...beside.filter((receipt) => receipt !== null)];
}

// Other JSON files may lie there as well: what is no receipt is passed over.
async function readReceiptAt(root: string, path: string): Promise<SavedReceipt | null> {
  const text = await readSmallText(root, path);
  try {
    return text === null ? null : decodeReceipt(JSON.parse(text));
  } catch {
    return null;
  }
}
