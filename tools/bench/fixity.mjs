// How fast releases are verified, whole process against whole process: nx-zenodo-fixity, `sha256sum -c`, `rhash -c`,
// `hashdeep -a -k` and a naive loop over hasha. Rounds are interleaved, so that a busy moment hits all alike.
// Needs coreutils, rhash, hashdeep and time (Debian packages), and `npx tsc -b packages/fixity` before.
//   node tools/bench/fixity.mjs [rounds, 7] [small | mixed | large | tiny | nx]
import { createHash, randomFillSync } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { rmSync, writeFileSync, writeSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const rounds = Number(process.argv[2] ?? 7);
const here = import.meta.dirname;
const command = resolve(here, '../../packages/fixity/dist/node/bin/nx-zenodo-fixity.js');
const cases = {
  small: { title: '20,000 files of 8 KB', count: 20_000, size: () => 8192 },
  mixed: { title: '500 files of mixed size, 600 MB', count: 500, size: mixedSize },
  large: { title: 'one file of 2 GB', count: 1, size: () => 2 ** 31 },
  tiny: { title: '200,000 files of 1 KB', count: 200_000, size: () => 1024 },
};
// Ours first: the ratios are to sha256sum.
const tools = {
  'nx-zenodo-fixity': ['node', command, 'verify', 'S.sha256'],
  'sha256sum -c': ['sha256sum', '-c', '--quiet', '--strict', 'S.sha256'],
  'rhash -c': ['rhash', '--sha256', '--skip-ok', '-c', 'S.sha256'],
  'hashdeep -a -k': ['hashdeep', '-c', 'sha256', '-l', '-r', '-a', '-k', 'S.hashdeep', 'files'],
  'hasha loop': ['node', join(here, 'fixity-hasha-loop.mjs'), 'S.sha256'],
};

if (!existsSync(command)) throw new Error('Build it first: npx tsc -b packages/fixity');
console.log(`${availableParallelism()} cores, Node ${process.version}, ${rounds} rounds`);
const chosen = process.argv[3] === undefined ? Object.keys(cases) : [process.argv[3]];
for (const name of chosen) {
  if (name === 'nx') throughNx();
  else inFolder((root) => compare(root, cases[name]));
}
if (process.argv[3] === undefined) throughNx();

function inFolder(work) {
  const root = mkdtempSync(join(tmpdir(), 'bench-fixity-'));
  try {
    work(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function compare(root, { title, count, size }) {
  prepare(root, count, size);
  const names = Object.keys(tools).filter((name) => isInstalled(tools[name][0]));
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names) measure(tools[name], root);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) runs[name].push(measure(tools[name], root));
  }
  const base = median(runs['sha256sum -c'], 'wall');
  console.log(`\n${title} (medians)`);
  for (const name of names) {
    const wall = median(runs[name], 'wall');
    const peak = Math.max(...runs[name].map((run) => run.peak));
    const columns = [
      name.padEnd(17),
      `${wall.toFixed(2)} s`.padStart(9),
      `user ${median(runs[name], 'user').toFixed(2)} s`.padStart(13),
      `system ${median(runs[name], 'system').toFixed(2)} s`.padStart(14),
      `peak ${peak.toFixed(0)} MB`.padStart(12),
      `${(base / wall).toFixed(2)} times sha256sum`.padStart(21),
    ];
    console.log(columns.join('  '));
  }
}

// Bytes that repeat only after 64 MB; folders of at most 500 files.
function prepare(root, count, size) {
  const pool = randomFillSync(Buffer.allocUnsafe(64 << 20));
  const lines = [];
  for (let at = 0; at < count; at += 1) {
    const folder = `files/d${String(Math.floor(at / 500)).padStart(3, '0')}`;
    if (at % 500 === 0) mkdirSync(join(root, folder), { recursive: true });
    const path = `${folder}/f${String(at).padStart(6, '0')}.bin`;
    lines.push(`${writeFile(join(root, path), pool, at, size(at))}  ${path}\n`);
  }
  writeFileSync(join(root, 'S.sha256'), lines.join(''));
  const known = spawnSync('hashdeep', ['-c', 'sha256', '-l', '-r', 'files'], {
    cwd: root,
    maxBuffer: 2 ** 30,
  });
  if (known.error === undefined) writeFileSync(join(root, 'S.hashdeep'), known.stdout);
}

function writeFile(path, pool, seed, size) {
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  for (let left = size, at = seed * 7919; left > 0; at = 0) {
    const start = at % (pool.length - Math.min(size, pool.length - 1));
    const chunk = pool.subarray(start, Math.min(pool.length, start + left));
    hash.update(chunk);
    writeSync(file, chunk);
    left -= chunk.length;
  }
  closeSync(file);
  return hash.digest('hex');
}

// From 60 KB to 60 MB... in equal steps of the exponent, 600 MB in all.
function mixedSize(at) {
  const weight = (index) => Math.exp((((index * 37) % 500) / 500) * 7);
  mixedSize.total ??= Array.from({ length: 500 }, (_, index) => weight(index)).reduce(
    (a, b) => a + b,
  );
  return Math.floor((weight(at) / mixedSize.total) * 600e6);
}

function isInstalled(program) {
  const found = spawnSync(program, ['--version']).error === undefined;
  if (!found) console.log(`${program} is not installed: left out`);
  return found;
}

// GNU time tells the processor time and the peak memory of the child, which Node does not.
function measure([program, ...args], cwd) {
  const start = performance.now();
  const done = spawnSync('/usr/bin/time', ['-q', '-f', '%U %S %M', program, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const wall = (performance.now() - start) / 1000;
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0) throw new Error(`${program} failed: ${done.stdout}${done.stderr}`);
  const [user, system, kilobytes] = done.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, user, system, peak: kilobytes / 1024 };
}

function median(runs, field) {
  const sorted = runs.map((run) => run[field]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

// The same verification of the sample release through its Nx target: what Nx and the chain add to the command.
function throughNx() {
  const workspace = resolve(here, '../..');
  const release = join(workspace, 'apps/lukhas');
  const { signature } = JSON.parse(readFileSync(join(release, 'zenodo.release.json'), 'utf8'));
  const nx = ['npx', 'nx', 'run', 'lukhas:freeze-verify', '--skip-nx-cache'];
  const ways = {
    'nx-zenodo-fixity': [['node', command, 'verify', signature], release],
    'nx run lukhas:freeze-verify': [nx, workspace],
  };
  console.log('\nThe sample release (medians)');
  for (const [name, [args, cwd]] of Object.entries(ways)) {
    measure(args, cwd);
    const runs = Array.from({ length: rounds }, () => measure(args, cwd));
    const peak = Math.max(...runs.map((run) => run.peak));
    console.log(
      `${name.padEnd(28)} ${median(runs, 'wall').toFixed(2)} s  peak ${peak.toFixed(0)} MB`,
    );
  }
}
