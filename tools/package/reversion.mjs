// Packs a packed package again under another version, so that a step from one version to the next can be tried:
// node tools/package/reversion.mjs FOLDER_OF_PACKED PACKAGE VERSION FOLDER
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [packed, name, version, target] = process.argv.slice(2);
if (target === undefined) {
  throw new Error(
    'usage: node tools/package/reversion.mjs FOLDER_OF_PACKED PACKAGE VERSION FOLDER',
  );
}
const stem = name.replace(/^@/, '').replace('/', '-');
const file = readdirSync(packed).find((entry) =>
  new RegExp(`^${stem}-\\d+\\.\\d+\\.\\d+\\.tgz$`).test(entry),
);
if (file === undefined) throw new Error(`${packed} holds no ${name}`);
const unpacked = mkdtempSync(join(tmpdir(), 'nx-zenodo-reversion-'));
try {
  execFileSync('tar', ['-xzf', resolve(packed, file), '-C', unpacked]);
  const manifest = join(unpacked, 'package/package.json');
  const value = { ...JSON.parse(readFileSync(manifest, 'utf8')), version };
  writeFileSync(manifest, `${JSON.stringify(value, null, 2)}\n`);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const options = ['--silent', '--ignore-scripts', '--pack-destination', resolve(target)];
  execFileSync('npm', ['pack', join(unpacked, 'package'), ...options], {
    cwd: unpacked,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
} finally {
  rmSync(unpacked, { recursive: true, force: true });
}
console.log(`packed again: ${name} as ${version}`);
