// What our targets add to what Nx costs anyway, in one workspace: a cached target, the fully cached chain and no-ops
// of Nx, interleaved, as medians and ratios; and how long each executor takes to load, in processes of their own.
//   node tools/bench/overhead.mjs [--rounds=7] [--limit=1.3]
// Needs built packages (npm run build). Exits 1 when a cached run takes more than the limit times the no-op.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeWorkspace, median, runNx } from './release-workspace.mjs';

const number = (name, fallback) =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const rounds = number('rounds', 7);
const limit = number('limit', 1.3);
const dist = resolve(import.meta.dirname, '../../packages/nx-zenodo/dist');
const runs = {
  'no-op of Nx, cached': ['run', 'idle:cached'],
  'no-op of Nx': ['run', 'idle:idle'],
  'freeze-verify, cached': ['run', 'release-000:freeze-verify'],
  'the chain, cached': ['run', 'release-000:bundle'],
};

const workspace = makeWorkspace({ projects: 1, files: 20, size: 8192 });
try {
  const seconds = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (const args of Object.values(runs)) timed(args);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(runs)) seconds[name].push(timed(args));
  }
  const base = Math.min(
    ...Object.keys(runs)
      .slice(0, 2)
      .map((name) => median(seconds[name])),
  );
  console.log(`${rounds} rounds, interleaved; medians, and times the faster no-op`);
  const over = Object.entries(seconds).filter(([name, values]) => {
    const ratio = median(values) / base;
    console.log(`${name.padEnd(24)} ${median(values).toFixed(2)} s  ${ratio.toFixed(2)}`);
    return ratio > limit;
  });
  loadTimes();
  if (over.length > 0) process.exitCode = 1;
} finally {
  workspace.remove();
}

function timed(args) {
  const { seconds, status, output } = runNx(workspace.root, args);
  if (status !== 0) throw new Error(output.slice(-4000));
  return seconds;
}

function loadTimes() {
  const folders = readdirSync(join(dist, 'executors'), { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const modules = [
    ['plugin', join(dist, 'plugin.js')],
    ...names.map((name) => [name, join(dist, 'executors', name, 'executor.js')]),
  ];
  const times = new Map(modules.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, path] of modules) times.get(name).push(loadTime(path));
  }
  console.log('\nmilliseconds to load, in a process that has loaded nothing else (medians)');
  for (const [name, values] of [...times].sort((a, b) => median(b[1]) - median(a[1])))
    console.log(`${name.padEnd(24)} ${median(values).toFixed(0).padStart(5)}`);
}

function loadTime(path) {
  const program = `const start = performance.now();
    await import(${JSON.stringify(pathToFileURL(path).href)});
    console.log(performance.now() - start);`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', program]);
  if (done.status !== 0) throw new Error(String(done.stderr));
  return Number(done.stdout);
}
