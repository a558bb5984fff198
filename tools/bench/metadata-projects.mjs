// Resolves the metadata of every folder named, in one process, and prints times and peak memory as JSON.
//   node tools/bench/metadata-projects.mjs <folder…>
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const started = performance.now();
const { resolveReleaseMetadata } = await import('../../packages/metadata/dist/index.js');
const loadMs = performance.now() - started;
const times = [];
const cpu = [];
let refused = 0;
for (const root of process.argv.slice(2)) {
  const before = performance.now();
  const cpuBefore = process.cpuUsage();
  const { metadata } = await resolveReleaseMetadata({
    root: resolve(root),
    metadataFile: 'zenodo.metadata.json',
    release: { name: 'A tool', version: 'v1.0' },
    manifestSha256: 'a'.repeat(64),
  });
  times.push(performance.now() - before);
  const { user, system } = process.cpuUsage(cpuBefore);
  cpu.push((user + system) / 1000);
  if (metadata === null) refused += 1;
}
const peakMb = process.resourceUsage().maxRSS / 1024;
const [firstMs] = times;
const [firstCpuMs] = cpu;
const totalMs = times.reduce((sum, time) => sum + time, 0);
console.log(JSON.stringify({ loadMs, firstMs, firstCpuMs, totalMs, times, cpu, refused, peakMb }));
