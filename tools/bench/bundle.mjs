// How fast archives are made, whole process against whole process: this project, `zip -rX -6`, `git archive`,
// GNU tar, and archiver used plainly. Rounds are interleaved, so that a busy moment hits all alike. Needs zip,
// git and tar, and `npx tsc -b packages/bundle` before.
//   node tools/bench/bundle.mjs [rounds, 7] [many | large]
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSampleManifest } from '../sample-release/write-manifest.mjs';

const rounds = Number(process.argv[2] ?? 7);
const cases = {
  many: { files: 2000, bytes: 16_000_000, noise: 0 },
  large: { files: 500, bytes: 600_000_000, noise: 3 },
};
const signature = 'SIGNATURE.sha256';
const root = mkdtempSync(join(tmpdir(), 'bench-bundle-'));
try {
  for (const name of process.argv[3] === undefined ? Object.keys(cases) : [process.argv[3]]) {
    const digest = await prepare(cases[name]);
    report(name, measure(digest));
    rmSync(root, { recursive: true, force: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

// Text of words as prose has them; of `noise` files every one is incompressible, as images and archives are.
async function prepare({ files, bytes, noise }) {
  const shake = (seed, length) =>
    createHash('shake256', { outputLength: length }).update(seed).digest();
  const words = Array.from(
    { length: 4096 },
    (_, at) =>
      `${shake(`w${at}`, 6)
        .toString('base64url')
        .slice(0, 2 + (at % 8))} `,
  );
  const picks = shake('picks', 8 << 20);
  let prose = '';
  for (let at = 0; prose.length < 8 << 20; at += 2)
    prose += words[Math.min(picks[at] << 4, picks.readUInt16LE(at) & 4095)];
  const text = Buffer.from(prose);
  for (let at = 0; at < files; at += 1) {
    const size = Math.round((bytes / files) * (0.5 + ((at * 7919) % files) / files));
    const from = (at * 104_729) % (text.length - size);
    const content =
      noise > 0 && at % noise === 0 ? shake(`n${at}`, size) : text.subarray(from, from + size);
    const folder = join(root, 'files', `d${at % 40}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `f${at}.txt`), content);
  }
  execFileSync(
    'sh',
    [
      '-c',
      'git init -q && git add files && git -c user.name=b -c user.email=b@example.org commit -q --no-gpg-sign -m files',
    ],
    { cwd: root },
  );
  const identity = { name: 'bench', version: '1', tag: null, commit: null, date: null };
  return (await writeSampleManifest({ root, signature, include: ['files/**'], identity })).sha256;
}

function contenders(digest) {
  const pack = join(import.meta.dirname, 'bundle-pack.mjs');
  const node = (...args) => [process.execPath, pack, ...args];
  return [
    { name: 'zip -qrX -6', run: ['zip', '-qrX', '-6', 'dist/z.zip', 'files'], out: 'dist/z.zip' },
    {
      name: 'this project, zip',
      run: node('ours', root, 'o.zip', digest),
      out: 'dist/o.zip',
      memory: true,
    },
    {
      name: 'archiver, zip',
      run: node('archiver', root, join(root, 'dist/a.zip')),
      out: 'dist/a.zip',
      memory: true,
    },
    {
      name: 'git archive, zip',
      run: ['git', 'archive', '-6', '-o', 'dist/g.zip', 'HEAD'],
      out: 'dist/g.zip',
    },
    {
      name: 'tar -cz',
      run: ['sh', '-c', 'tar -c files | gzip -6 > dist/t.tgz'],
      out: 'dist/t.tgz',
    },
    {
      name: 'this project, tar.gz',
      run: node('ours', root, 'o.tar.gz', digest),
      out: 'dist/o.tar.gz',
      memory: true,
    },
    {
      name: 'archiver, tar.gz',
      run: node('archiver', root, join(root, 'dist/a.tar.gz')),
      out: 'dist/a.tar.gz',
      memory: true,
    },
  ];
}

function measure(digest) {
  const all = contenders(digest).map((contender) => ({ ...contender, seconds: [], peak: 0 }));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of all) {
      rmSync(join(root, contender.out), { force: true });
      const [program, ...args] = contender.run;
      const begun = performance.now();
      const { status, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
      contender.seconds.push((performance.now() - begun) / 1000);
      if (status !== 0) throw new Error(`${contender.name}: ${stderr}`);
      if (contender.memory)
        contender.peak = Math.max(contender.peak, Number(stderr.trim().split('\n').at(-1)));
      contender.bytes = statSync(join(root, contender.out)).size;
    }
  }
  return all;
}

function report(name, all) {
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const base = median(all[0].seconds);
  console.log(
    `\n${name}: ${cases[name].files} files, ${cases[name].bytes / 1e6} MB, medians of ${rounds}, Node ${process.version}`,
  );
  for (const { name: who, seconds, bytes, peak } of all) {
    const time = median(seconds);
    const least = Math.min(...seconds);
    const memory = peak === 0 ? '' : `${Math.round(peak / 1024)} MB of memory`;
    console.log(
      `  ${who.padEnd(22)} ${time.toFixed(2).padStart(6)} s (least ${least.toFixed(2)})  ${(time / base).toFixed(2)} x zip  ${(bytes / 1e6).toFixed(1).padStart(6)} MB  ${memory}`,
    );
  }
}
