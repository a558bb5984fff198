// Proves that archives are the same bytes whatever the folder, user, umask, time zone, locale, order of
// enumeration, modification times, zlib and Node (20, 22 and 24, installed as npm packages for the time of the
// run). Needs `npx tsc -b packages/bundle` before. Prints a table; exits 1 when anything differs.
//   node tools/reproducibility/check.mjs [--runtimes=20,22,24]   (an empty list: only the Node at hand)
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSampleTree } from './sample-tree.mjs';

const here = import.meta.dirname;
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'reproducibility-')));
chmodSync(scratch, 0o755);
const asked =
  process.argv.find((argument) => argument.startsWith('--runtimes=')) ?? '--runtimes=20,22,24';
const runtimes = asked
  .slice('--runtimes='.length)
  .split(',')
  .filter((version) => version !== '');
try {
  process.exitCode = judge(run());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function ways() {
  const asRoot = process.getuid?.() === 0;
  return [
    { name: 'as it is' },
    { name: 'another folder', folder: 'a folder/with blanks/é' },
    { name: 'files written in reverse order', tree: { reversed: true } },
    { name: 'other modification times', tree: { time: 2_000_000_000 } },
    { name: 'umask 077', umask: '077' },
    { name: 'umask 000', umask: '000' },
    { name: 'time zone Asia/Kathmandu', env: { TZ: 'Asia/Kathmandu' } },
    { name: 'locale tr_TR', env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } },
    { name: 'one thread for zlib', env: { UV_THREADPOOL_SIZE: '1' } },
    { name: 'another zlib', node: [process.execPath, '--import', join(here, 'other-zlib.mjs')] },
    ...(asRoot ? [{ name: 'another user', user: 65534 }] : []),
    ...runtimes.map((version) => ({ name: `Node ${version}`, node: [installNode(version)] })),
  ];
}

function installNode(version) {
  const folder = join(scratch, `node-${version}`);
  mkdirSync(folder);
  execFileSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `node@${version}`],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return join(folder, 'node_modules/node/bin/node');
}

function run() {
  return ways().map((way, index) => {
    const folder = join(scratch, way.folder ?? `tree-${index}`);
    mkdirSync(folder, { recursive: true });
    const outer = umaskOf(way, () => writeSampleTree(folder, way.tree));
    if (way.user !== undefined) execFileSync('chown', ['-R', String(way.user), folder]);
    const [program, ...args] = way.node ?? [process.execPath];
    const answer = spawnSync(program, [...args, join(here, 'pack.mjs'), folder], {
      env: { ...process.env, SOURCE_DATE_EPOCH: '', ...way.env },
      encoding: 'utf8',
      ...(way.user === undefined ? {} : { uid: way.user, gid: way.user }),
    });
    process.umask(outer);
    const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
    if (answer.status !== 0) throw new Error(`${way.name}: ${answer.stderr}`);
    rmSync(folder, { recursive: true, force: true });
    return { name: way.name, version, digests: JSON.parse(answer.stdout) };
  });
}

// The umask stays in force for the process that packs; it is put back by the caller.
function umaskOf(way, work) {
  const before = process.umask(way.umask === undefined ? process.umask() : parseInt(way.umask, 8));
  work();
  return before;
}

function judge(results) {
  const [first] = results;
  let differing = 0;
  for (const { name, version, digests } of results) {
    const other = Object.keys(first.digests).filter((key) => digests[key] !== first.digests[key]);
    differing += other.length;
    const verdict = other.length === 0 ? 'same bytes' : `DIFFERS: ${other.join(', ')}`;
    console.log(`${name.padEnd(34)} ${version.padEnd(10)} ${verdict}`);
  }
  for (const [key, digest] of Object.entries(first.digests))
    console.log(`  ${key.padEnd(14)} ${digest}`);
  return differing === 0 ? 0 : 1;
}
