import type { SavedReceipt } from '@nx-zenodo/deposit';

const digest = 'a'.repeat(64);

/** A receipt of one environment, with as much of Zenodo's answer as a preview reads. */
export function receipt(environment: string, id: number, created: string): SavedReceipt {
  return {
    schemaVersion: 1,
    release: { name: 'rain', version: `v${id}` },
    environment: { name: environment, origin: 'https://zenodo.org' },
    depositionId: id,
    recordId: id,
    doi: `10.5281/zenodo.${id}`,
    conceptDoi: null,
    conceptRecordId: '1',
    recordUrl: `https://zenodo.org/records/${id}`,
    files: [{ key: 'rain.csv', size: 12, sha256: digest, md5: 'b'.repeat(32) }],
    chain: {
      signatureSha256: digest,
      manifestSha256: digest,
      metadataSha256: digest,
      bundleSha256: digest,
    },
    skippedRehearsal: null,
    differences: [],
    answerTo: 'publish',
    answer: { created, metadata: { title: `Rain ${id}`, upload_type: 'software' } },
  };
}
