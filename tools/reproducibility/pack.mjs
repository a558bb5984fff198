// Packs one sample tree with the built package and prints the digest of each archive as JSON. Started by
// check.mjs in many ways; what differs between two starts must not show in the digests.
//   node pack.mjs <folder of the sample> [<archive>...]
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildBundle } from '@nx-zenodo/bundle';
import { freezeRelease, verifyRelease } from '@nx-zenodo/fixity';
import { buildManifest, formatManifest, manifestSha256 } from '@nx-zenodo/manifest';

const [root, ...asked] = process.argv.slice(2);
const names = asked.length === 0 ? ['s.zip', 's.tar.gz', 'fast.zip', 'stored.tar.gz'] : asked;
const signature = 'SIGNATURE.sha256';
await freezeRelease({ root, signature, include: ['**'], exclude: ['dist/**'] });
const manifest = buildManifest({
  release: await verifyRelease({ root, signature, artifacts: [] }),
  identity: {
    name: 'sample',
    version: '1',
    tag: 'v1',
    commit: 'a'.repeat(40),
    date: '2025-06-07T08:09:10Z',
  },
  artifacts: [],
  validation: {
    schemaVersion: 1,
    checksSha256: 'c'.repeat(64),
    passed: 1,
    total: 1,
    checks: [{ name: 'x', kind: 'exists', passed: true, detail: 'x', evidence: [] }],
  },
  tool: { name: 'reproducibility', version: '0' },
});
const path = 'dist/RELEASE_MANIFEST.json';
await mkdir(join(root, 'dist'), { recursive: true });
await writeFile(join(root, path), formatManifest(manifest));
const made = { manifest: manifestSha256(manifest) };
for (const name of names) {
  const level = { 'fast.zip': 1, 'stored.tar.gz': 0 }[name] ?? 6;
  const bundle = await buildBundle({
    root,
    manifest: { path, sha256: made.manifest },
    metadataSha256: 'd'.repeat(64),
    signature,
    artifacts: [],
    layout: { archive: { name, include: ['**'], exclude: [], folder: 'sample-1', level } },
  });
  made[name] = bundle.entries.at(-1).sha256;
}
console.log(JSON.stringify(made));
console.error(process.resourceUsage().maxRSS);
