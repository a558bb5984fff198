// A long signature verified in one process, and in shards: the time of each shard alone, as another machine would
// take it, and of the merge. Files are read from the disk's cache.
//   node tools/bench/shards.mjs [--files=200000] [--size=64] [--shards=8]
// Needs built packages (npm run build) and room for the files.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFiles, median } from './release-workspace.mjs';

const number = (name, fallback) =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const files = number('files', 200_000);
const size = number('size', 64);
const of = number('shards', 8);
const fixity = pathToFileURL(resolve(import.meta.dirname, '../../packages/fixity/dist/index.js'));
const reports = Array.from({ length: of }, (_, at) => `shard-${at + 1}.json`);
const common = `import { writeFileSync } from 'node:fs';
  import { checkShard, formatShardReport, mergeShards, verifyRelease } from ${JSON.stringify(fixity.href)};
  const request = { root: process.cwd(), signature: 'SIGNATURE.sha256', artifacts: [] };`;
const programs = {
  whole: `const release = await verifyRelease(request);
    writeFileSync('whole.json', JSON.stringify(release));`,
  shard: (index) => `const { report } = await checkShard(request, { index: ${index}, of: ${of} });
    writeFileSync('shard-${index}.json', formatShardReport(report));`,
  merge: `const reportPath = ({ index }) => \`shard-\${index}.json\`;
    const { findings, release } = await mergeShards({ ...request, shards: ${of}, reportPath });
    if (release?.files.length !== ${files}) throw new Error(JSON.stringify(findings.slice(0, 3)));
    writeFileSync('merged.json', JSON.stringify(release));`,
};

const folder = makeFiles({ files, size });
try {
  console.log(`${files} files of ${size} bytes, ${of} shards, Node ${process.version}`);
  timed(programs.whole);
  const whole = timed(programs.whole);
  const shards = reports.map((_, at) => timed(programs.shard(at + 1)));
  const merge = timed(programs.merge);
  console.log(`in one process        ${whole.toFixed(2)} s`);
  console.log(`one shard (median)    ${median(shards).toFixed(2)} s`);
  console.log(`the merge             ${merge.toFixed(2)} s`);
  console.log(`slowest shard + merge ${(Math.max(...shards) + merge).toFixed(2)} s`);
  const [one, other] = ['whole.json', 'merged.json'].map((file) =>
    readFileSync(join(folder.root, file)),
  );
  const same = one.equals(other);
  console.log(same ? 'both tell the same, byte for byte' : 'they DIFFER');
  if (!same) process.exitCode = 1;
} finally {
  folder.remove();
}

function timed(program) {
  const start = performance.now();
  const args = ['--input-type=module', '-e', `${common}\n${program}`];
  const done = spawnSync(process.execPath, args, { cwd: folder.root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return (performance.now() - start) / 1000;
}
