// One packing, as a process of its own, so that start-up counts; tells its peak memory in KB on standard error.
//   node bundle-pack.mjs <ours | archiver> <folder of files> <archive> [<manifest digest>]
import { createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';

const [way, root, target, manifestSha256] = process.argv.slice(2);
if (way === 'ours') await ours();
else await plainArchiver();
console.error(process.resourceUsage().maxRSS);

// Everything that the task does: every file held against the manifest, the archive digested twice.
async function ours() {
  const { buildBundle } = await import('@nx-zenodo/bundle');
  await buildBundle({
    root,
    manifest: { path: 'dist/RELEASE_MANIFEST.json', sha256: manifestSha256 },
    metadataSha256: 'd'.repeat(64),
    signature: 'SIGNATURE.sha256',
    artifacts: [],
    layout: {
      archive: { name: basename(target), include: ['files/**'], exclude: [], folder: '', level: 6 },
    },
  });
}

async function plainArchiver() {
  const { TarArchive, ZipArchive } = await import('archiver');
  const archive = target.endsWith('.zip')
    ? new ZipArchive({ zlib: { level: 6 } })
    : new TarArchive({ gzip: true, gzipOptions: { level: 6 } });
  const output = createWriteStream(target);
  archive.pipe(output);
  archive.directory(join(root, 'files'), 'files');
  await archive.finalize();
  await finished(output);
}
