// Packs one sample tree with the built package and prints the digest of each archive as JSON. Started by
// check.mjs in many ways; what differs between two starts must not show in the digests.
//   node pack.mjs <folder of the sample> [<archive>...]
import { buildBundle } from '@nx-zenodo/bundle';
import { writeSampleManifest } from '../sample-release/write-manifest.mjs';

const [root, ...asked] = process.argv.slice(2);
const names = asked.length === 0 ? ['s.zip', 's.tar.gz', 'fast.zip', 'stored.tar.gz'] : asked;
const signature = 'SIGNATURE.sha256';
const manifest = await writeSampleManifest({
  root,
  signature,
  include: ['**'],
  exclude: ['dist/**'],
  identity: {
    name: 'sample',
    version: '1',
    tag: 'v1',
    commit: 'a'.repeat(40),
    date: '2025-06-07T08:09:10Z',
  },
});
const made = { manifest: manifest.sha256 };
for (const name of names) {
  const level = { 'fast.zip': 1, 'stored.tar.gz': 0 }[name] ?? 6;
  const bundle = await buildBundle({
    root,
    manifest,
    metadataSha256: 'd'.repeat(64),
    signature,
    artifacts: [],
    layout: { archive: { name, include: ['**'], exclude: [], folder: 'sample-1', level } },
  });
  made[name] = bundle.entries.at(-1).sha256;
}
console.log(JSON.stringify(made));
console.error(process.resourceUsage().maxRSS);
