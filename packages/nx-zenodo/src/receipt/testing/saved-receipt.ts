import type { SavedReceipt } from '@nx-zenodo/deposit';

/** The receipt of a version of the record with the concept 10.5281/zenodo.1, in production. */
export function savedReceipt(id: number, version: string, name = 'sample'): SavedReceipt {
  const digest = 'a'.repeat(64);
  return {
    schemaVersion: 1,
    release: { name, version },
    environment: { name: 'production', origin: 'https://zenodo.org' },
    depositionId: id,
    recordId: id,
    doi: `10.5281/zenodo.${id}`,
    conceptDoi: '10.5281/zenodo.1',
    conceptRecordId: '1',
    recordUrl: `https://zenodo.org/records/${id}`,
    files: [{ key: 'a.txt', size: 5, sha256: digest, md5: 'b'.repeat(32) }],
    chain: {
      signatureSha256: digest,
      manifestSha256: digest,
      metadataSha256: digest,
      bundleSha256: digest,
    },
    skippedRehearsal: null,
    differences: [],
    answerTo: 'publish',
    answer: { metadata: { publication_date: '2026-03-04' } },
  };
}
