// Packs every package as a registry would hand it out, into the folder that is named; run after the build.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node tools/package/pack.mjs FOLDER');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const packages = readdirSync('packages', { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
const selected = packages.flatMap(({ name }) => ['-w', `packages/${name}`]);
execFileSync(
  'npm',
  ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, ...selected],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
console.log(`packed: ${readdirSync(folder).length} packages`);
