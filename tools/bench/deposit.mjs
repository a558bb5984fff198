// Uploads to the local Zenodo, ours against curl: one large file over one connection, and 200 small ones against
// curl one after the other and four at a time. Ours includes start-up, SHA-256 and md5 of the bytes sent.
//   node tools/bench/deposit.mjs [--large=<MB, default 512>] [--rounds=<default 3>]
// Needs built packages (npm run build) and curl.
import { fork, spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const number = (name, fallback) =>
  Number(
    process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? fallback,
  );
const largeMegabytes = number('large', 512);
const rounds = number('rounds', 3);
const smallCount = 200;
const smallBytes = 100_000;
// Zenodo takes 100 files a record.
const perDraft = 100;

const folder = mkdtempSync(join(tmpdir(), 'bench-deposit-'));
const server = fork(join(import.meta.dirname, 'deposit-server.mjs'), [join(folder, 'store')]);
const { apiUrl, token } = await new Promise((resolve) => server.once('message', resolve));
try {
  const large = [write('large.bin', largeMegabytes * 1024 * 1024)];
  const small = Array.from({ length: smallCount }, (_, n) => write(`small-${n}.bin`, smallBytes));
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    results.push({
      'large, curl -T': await curl(await drafts(large), 1),
      'large, ours': await ours(await drafts(large), 1),
      'small, curl one by one': await curl(await drafts(small), 1),
      'small, curl four at a time': await curl(await drafts(small), 4),
      'small, ours four at a time': await ours(await drafts(small), 4),
    });
  }
  report(results);
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

function report(results) {
  const median = (name, of = 'seconds') => {
    const values = results.map((one) => one[name][of]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)];
  };
  for (const name of Object.keys(results[0])) {
    const memory = results[0][name].megabytes;
    const peak =
      memory === undefined ? '' : `, ${Math.round(median(name, 'megabytes'))} MB at most`;
    console.log(`${name.padEnd(28)} ${median(name).toFixed(2)} s${peak}`);
  }
  const ratio = (a, b) => (median(a) / median(b)).toFixed(2);
  console.log(`large: ours has ${ratio('large, curl -T', 'large, ours')} of the speed of curl`);
  console.log(
    `small: ours has ${ratio('small, curl one by one', 'small, ours four at a time')} of the speed of curl one by one, ` +
      `${ratio('small, curl four at a time', 'small, ours four at a time')} of curl four at a time`,
  );
}

function write(name, size) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(Math.min(size, 1 << 20));
  for (let written = 0; written < size; written += piece.length) {
    randomFillSync(piece);
    writeSync(file, piece, 0, Math.min(piece.length, size - written));
  }
  closeSync(file);
  return { path, key: name, size };
}

/** Empty drafts for a set of files, 100 in each. */
async function drafts(files) {
  const filled = [];
  for (let at = 0; at < files.length; at += perDraft) {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${apiUrl}/deposit/depositions`, {
      method: 'POST',
      headers,
      body: '{}',
    });
    filled.push({ draft: await answer.json(), files: files.slice(at, at + perDraft) });
  }
  return filled;
}

function curl(filled, parallel) {
  const lines = filled.flatMap(({ draft, files }) =>
    files.map(({ path, key }) => `${path} ${draft.links.bucket}/${key}`),
  );
  const command = [
    ...['xargs', '-L1', `-P${parallel}`, 'curl', '-sS', '--fail', '-o', '/dev/null'],
    ...['-H', `Authorization: Bearer ${token}`, '-H', 'Content-Type: application/octet-stream'],
    '-T',
  ];
  return timed(command, lines.join('\n'));
}

function ours(filled, parallel) {
  const command = [process.execPath, join(import.meta.dirname, 'deposit-upload.mjs')];
  return timed(command, JSON.stringify({ apiUrl, token, parallel, filled }));
}

/** Wall time of a command with its start-up, and the peak memory that it tells. */
async function timed([command, ...args], input) {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(input);
  const output = await text(child.stdout);
  if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode !== 0) throw new Error(`${command} ended with ${child.exitCode}`);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, ...(output === '' ? {} : JSON.parse(output)) };
}
