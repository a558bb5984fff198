// The manifest of a folder that stands for a release: what the bundle needs before it packs.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freezeRelease, verifyRelease } from '@nx-zenodo/fixity';
import { buildManifest, formatManifest, manifestSha256 } from '@nx-zenodo/manifest';

/** Signs the files that `include` and `exclude` choose, writes dist/RELEASE_MANIFEST.json, tells its digest. */
export async function writeSampleManifest({ root, signature, include, exclude = [], identity }) {
  await freezeRelease({ root, signature, include, exclude });
  const manifest = buildManifest({
    release: await verifyRelease({ root, signature, artifacts: [] }),
    identity,
    artifacts: [],
    validation: {
      schemaVersion: 1,
      checksSha256: 'c'.repeat(64),
      passed: 1,
      total: 1,
      checks: [{ name: 'x', kind: 'exists', passed: true, detail: 'x', evidence: [] }],
    },
    tool: { name: 'sample', version: '0' },
  });
  const path = 'dist/RELEASE_MANIFEST.json';
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeFile(join(root, path), formatManifest(manifest));
  return { path, sha256: manifestSha256(manifest) };
}
