// What a user of the packed packages would trip over: publint's and arethetypeswrong's verdicts on each tarball,
// scripts that run on install, missing fields, licences of dependencies; and what each package weighs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { dependencyLicenses } from './licenses.mjs';

const root = process.cwd();
const folders = readdirSync('packages', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `packages/${name}`);
const findings = [];
const sizes = [];
const packed = mkdtempSync(join(tmpdir(), 'nx-zenodo-packed-'));
try {
  for (const tarball of pack()) await judge(tarball);
} finally {
  rmSync(packed, { recursive: true, force: true });
}
const dependencies = dependencyLicenses(root, folders);
for (const { name, version, license } of dependencies.filter(({ allowed }) => !allowed)) {
  findings.push(`${name}@${version}: its licence is "${license}", see tools/package/licenses.mjs`);
}
printSizes();
printLicenses();
for (const finding of findings) console.error(`✗ ${finding}`);
const verdict = findings.length === 0 ? 'all fit to publish' : `${findings.length} findings`;
console.log(`packages: ${verdict}`);
if (findings.length > 0) process.exit(1);

function pack() {
  const selected = folders.flatMap((folder) => ['-w', folder]);
  const options = ['--json', '--ignore-scripts', '--pack-destination', packed];
  const output = execFileSync('npm', ['pack', ...options, ...selected], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Object.values(JSON.parse(output));
}

async function judge({ name, filename, size, unpackedSize, entryCount }) {
  sizes.push({ name, size, unpackedSize, entryCount });
  const folder = folders.find((path) => manifestOf(path).name === name);
  const manifest = manifestOf(folder);
  const complain = (what) => findings.push(`${name}: ${what}`);
  const { messages } = await publint({ pkgDir: folder, strict: true });
  for (const message of messages) complain(formatMessage(message, manifest));
  for (const problem of await typeProblems(join(packed, filename))) complain(problem);
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
    if (manifest.scripts?.[script] !== undefined) complain(`has a script "${script}"`);
  }
  const { publishConfig = {} } = manifest;
  if (publishConfig.access !== 'public') complain('publishConfig.access is not public');
  if (publishConfig.provenance !== true) complain('publishConfig.provenance is not true');
  for (const field of ['description', 'license', 'engines', 'files', 'exports', 'types']) {
    if (manifest[field] === undefined) complain(`package.json says nothing of "${field}"`);
  }
}

// The packages are ES modules, which `require` loads too from Node 20.19 on: what CommonJS of before and the
// resolution of Node 10 make of them is not judged (profile "esm-only" of attw).
async function typeProblems(tarball) {
  const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
  if (analysis.types === false) return ['has no types'];
  return analysis.problems
    .filter(({ resolutionKind }) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs')
    .map(({ kind, entrypoint = '' }) => `types: ${kind} ${entrypoint}`.trim());
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function printSizes() {
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
  console.log('\npackage                       files    packed  unpacked');
  for (const { name, size, unpackedSize, entryCount } of sizes) {
    const row = [String(entryCount).padStart(5), kilobytes(size), kilobytes(unpackedSize)];
    console.log(name.padEnd(30) + row.map((cell) => cell.padStart(9)).join(' '));
  }
}

function printLicenses() {
  const names = new Map();
  for (const one of dependencies) names.set(one.license, [...(names.get(one.license) ?? []), one]);
  console.log(`\n${dependencies.length} dependencies, by licence`);
  for (const [license, list] of [...names].sort()) {
    const which = list.length > 3 ? '' : `  ${list.map(({ name }) => name).join(', ')}`;
    console.log(`${String(list.length).padStart(5)}  ${license || 'not stated'}${which}`);
  }
  console.log('');
}
