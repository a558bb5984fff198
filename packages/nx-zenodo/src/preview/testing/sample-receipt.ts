import type { SavedReceipt } from '@nx-zenodo/deposit';
import { savedReceipt } from '../../receipt/testing/saved-receipt.js';

/** A receipt of one environment, with as much of Zenodo's answer as a preview reads. */
export function receipt(environment: string, id: number, created: string): SavedReceipt {
  const [file] = savedReceipt(id, `v${id}`, 'rain').files;
  return {
    ...savedReceipt(id, `v${id}`, 'rain'),
    environment: { name: environment, origin: 'https://zenodo.org' },
    conceptDoi: null,
    files: file === undefined ? [] : [{ ...file, key: 'rain.csv', size: 12 }],
    answer: { created, metadata: { title: `Rain ${id}`, upload_type: 'software' } },
  };
}
