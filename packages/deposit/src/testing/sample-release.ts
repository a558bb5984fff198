import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from '@nx-zenodo/bundle';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';

const hex = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

export const sampleMetadata: DepositMetadata = {
  upload_type: 'software',
  title: 'Sample of a release',
  description: '<p>What it is <strong>for</strong>.</p>',
  publication_date: '2026-01-02',
  creators: [{ name: 'Doe, Jane', affiliation: 'Institute', orcid: '0000-0002-1825-0097' }],
  access_right: 'open',
  license: 'MIT',
  keywords: ['b', 'a'],
  related_identifiers: [
    {
      identifier: 'https://example.org/code',
      relation: 'isSupplementTo',
      resource_type: 'software',
    },
  ],
};

/** A bundle of texts, as the links before this package would have made it. */
export function sampleBundle(files: Readonly<Record<string, string>>): Bundle {
  return {
    schemaVersion: 1,
    signatureSha256: hex('sha256', 'signature'),
    manifestSha256: hex('sha256', 'manifest'),
    metadataSha256: hex('sha256', 'metadata'),
    entries: Object.entries(files).map(([key, text]) => ({
      key,
      path: key,
      size: Buffer.byteLength(text),
      sha256: hex('sha256', text),
      md5: hex('md5', text),
    })),
  };
}

/** Resolved metadata of one version of the sample. */
export function sampleReleaseMetadata(
  version: string,
  changes: DepositMetadata = {},
): ReleaseMetadata {
  return {
    schemaVersion: 1,
    manifestSha256: hex('sha256', 'manifest'),
    sources: [],
    deposit: { ...sampleMetadata, version, ...changes },
    origins: [],
  };
}

/** A release on disk with its values; `dispose` removes the folder. */
export async function sampleRelease(
  version: string,
  files: Readonly<Record<string, string>>,
  changes: DepositMetadata = {},
) {
  const root = await mkdtemp(join(tmpdir(), 'deposit-release-'));
  for (const [key, text] of Object.entries(files)) await writeFile(join(root, key), text);
  return {
    root,
    release: { name: 'sample', version },
    bundle: sampleBundle(files),
    metadata: sampleReleaseMetadata(version, changes),
    dispose: () => rm(root, { recursive: true }),
  };
}

/** One release on disk. */
export type SampleRelease = Awaited<ReturnType<typeof sampleRelease>>;
