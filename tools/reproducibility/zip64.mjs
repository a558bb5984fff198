// Packs a file of more than 4 GB, which needs Zip64 sizes, offsets and a descriptor of eight bytes, and lets
// every reader that is installed test the result. Takes minutes and 4.5 GB below the temporary folder, so it is
// run by hand. Needs `npx tsc -b packages/bundle` before.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = mkdtempSync(join(tmpdir(), 'zip64-'));
try {
  // Holes cost no disk; noise at the front makes the second one stored, so that the third lies beyond 4 GB.
  writeFileSync(join(root, 'a-deflated'), 'text '.repeat(1000));
  truncateSync(join(root, 'a-deflated'), 4_400_000_000);
  writeFileSync(
    join(root, 'b-stored'),
    Buffer.from(crypto.getRandomValues(new Uint8Array(32_768))),
  );
  truncateSync(join(root, 'b-stored'), 4_300_000_000);
  writeFileSync(join(root, 'c-behind'), 'behind\n');
  const pack = join(import.meta.dirname, 'pack.mjs');
  const answer = spawnSync(process.execPath, [pack, root, 's.zip'], {
    encoding: 'utf8',
  });
  if (answer.status !== 0) throw new Error(answer.stderr);
  console.log(
    `s.zip ${statSync(join(root, 'dist/s.zip')).size} bytes, packing took at most ${answer.stderr.trim()} KB of memory`,
  );
  const readers = [
    ['unzip', '-tqq', 'dist/s.zip'],
    ['7z', 't', '-bd', 'dist/s.zip'],
    ['bsdtar', '-xOf', 'dist/s.zip'],
    [
      'python3',
      '-c',
      'import zipfile; z = zipfile.ZipFile("dist/s.zip"); assert z.testzip() is None and len(z.infolist()) == 4',
    ],
  ];
  for (const [program, ...args] of readers) {
    if (spawnSync(program, ['--version']).error !== undefined) {
      console.log(`${program}: not installed here`);
      continue;
    }
    execFileSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    console.log(
      `${program} ${args.at(-1)?.startsWith('import') ? 'zipfile' : args.at(-1)}: read to its end`,
    );
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
