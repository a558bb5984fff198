import type { ReleaseManifest } from '@nx-zenodo/manifest';
import type { PublishedRelease } from '../published/published-release.js';

/** A published release; tests change what they are about. */
export function samplePublished(change: Partial<PublishedRelease> = {}): PublishedRelease {
  return {
    name: 'sample',
    version: 'v1.2.0',
    doi: '10.5281/zenodo.1002',
    conceptDoi: '10.5281/zenodo.1000',
    recordUrl: 'https://zenodo.org/records/1002',
    site: 'https://zenodo.org',
    publicationDate: '2026-03-04',
    files: [
      { key: 'NOTES.md', size: 5, sha256: 'a'.repeat(64) },
      { key: 'sums.sha256', size: 70, sha256: 'b'.repeat(64) },
    ],
    ...change,
  };
}

export function sampleManifest(change: Partial<ReleaseManifest> = {}): ReleaseManifest {
  return {
    schemaVersion: 1,
    release: { name: 'sample', version: 'v1.2.0', tag: 'v1.2.0', commit: null, date: null },
    signature: { path: 'sums.sha256', size: 70, sha256: 'b'.repeat(64), entries: 1 },
    files: [
      {
        path: 'docs/NOTES.md',
        size: 5,
        sha256: 'a'.repeat(64),
        mediaType: 'text/markdown',
        role: 'artifact',
      },
      {
        path: 'ledger.ndjson',
        size: 9,
        sha256: 'c'.repeat(64),
        mediaType: 'application/x-ndjson',
        role: 'covered',
      },
      {
        path: 'sums.sha256',
        size: 70,
        sha256: 'b'.repeat(64),
        mediaType: 'text/plain',
        role: 'signature',
      },
    ],
    totals: { files: 3, bytes: 84 },
    validation: { status: 'passed', passed: 0, total: 0, checks: [] },
    tool: { name: 'nx-zenodo', version: '0.1.0' },
    ...change,
  } as ReleaseManifest;
}
