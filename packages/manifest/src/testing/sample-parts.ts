import type { VerifiedRelease } from '@nx-zenodo/fixity';
import type { ManifestParts } from '../build-manifest.js';

const digit = (letter: string) => letter.repeat(64);

/** Parts of a small release, for tests of pure functions; the brand of a real proof is put on by hand. */
export function sampleParts(changes: Partial<ManifestParts> = {}): ManifestParts {
  const release = {
    schemaVersion: 1,
    signature: { path: 'SIGNATURE.sha256', size: 140, sha256: digit('f'), entries: 2 },
    files: [
      { path: 'docs/brief.md', size: 10, sha256: digit('a') },
      { path: 'ledger.ndjson', size: 20, sha256: digit('b') },
    ],
  } as unknown as VerifiedRelease;
  return {
    release,
    identity: { name: 'sample', version: '1.0.0', tag: null, commit: null, date: null },
    artifacts: ['docs/brief.md'],
    validation: {
      schemaVersion: 1,
      checksSha256: digit('c'),
      passed: 1,
      total: 1,
      checks: [{ name: 'here', kind: 'exists', passed: true, detail: '1 file', evidence: [] }],
    },
    tool: { name: 'nx-zenodo', version: '0.1.0' },
    ...changes,
  };
}
