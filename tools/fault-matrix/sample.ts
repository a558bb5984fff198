// The release that the matrix deposits: two versions that share a file, and an edit of the first one's metadata.
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from '@nx-zenodo/bundle';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';

const hex = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');

export interface Sample {
  readonly root: string;
  readonly release: { readonly name: string; readonly version: string };
  readonly bundle: Bundle;
  readonly metadata: ReleaseMetadata;
}

const texts = {
  v1: { 'kept.txt': 'The same in both versions.', 'old.txt': 'Only in the first.' },
  v2: { 'kept.txt': 'The same in both versions.', 'new.txt': 'Only in the second.' },
};

/** Writes one version to disk; `title` is what an edit changes, `doi` what a reservation puts into a file. */
export async function writeSample(
  folder: string,
  version: 'v1' | 'v2',
  options: { readonly title?: string; readonly doi?: string } = {},
): Promise<Sample> {
  const { title = 'Release of the fault matrix', doi } = options;
  const files: Record<string, string> = { ...texts[version] };
  if (doi !== undefined) files['CITATION.cff'] = `doi: ${doi}\n`;
  const root = join(folder, `release-${version}`);
  await mkdir(root, { recursive: true });
  for (const [key, text] of Object.entries(files)) await writeFile(join(root, key), text);
  return {
    root,
    release: { name: 'fault-matrix', version },
    bundle: {
      schemaVersion: 1,
      signatureSha256: hex('sha256', `signature ${version}`),
      manifestSha256: hex('sha256', `manifest ${version}`),
      metadataSha256: hex('sha256', `metadata ${version} ${title}`),
      entries: Object.entries(files).map(([key, text]) => ({
        key,
        path: key,
        size: Buffer.byteLength(text),
        sha256: hex('sha256', text),
        md5: hex('md5', text),
      })),
    },
    metadata: {
      schemaVersion: 1,
      manifestSha256: hex('sha256', `manifest ${version}`),
      sources: [],
      deposit: {
        upload_type: 'dataset',
        title,
        version,
        description: '<p>What the matrix deposits.</p>',
        publication_date: '2026-01-02',
        creators: [{ name: 'Doe, Jane' }],
        license: 'CC-BY-4.0',
        access_right: 'open',
      },
      origins: [],
    },
  };
}
