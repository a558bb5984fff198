// Runs what a reviewer would ask, two steps at a time, and shows each step's output when it ends: npm run check.
// All steps are run, whatever fails; the longest begin first, because the last to begin decides when all is done.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Names of scripts of package.json; `after` is what has to be there first. */
const steps = [
  { script: 'lint' },
  { script: 'build' },
  { script: 'format:check' },
  { script: 'typecheck' },
  { script: 'package:check', after: 'build' },
  { script: 'unused' },
  { script: 'schemas:check' },
  { script: 'docs:check' },
];
const atATime = 2;
const begun = performance.now();
const waiting = [...steps];
const passed = new Set();
const failed = new Set();

await Promise.all(Array.from({ length: atATime }, work));
const seconds = ((performance.now() - begun) / 1000).toFixed(0);
const left = steps.filter(({ script }) => !passed.has(script)).map(({ script }) => script);
console.log(
  `check: ${left.length === 0 ? 'all passed' : `not passed: ${left.join(', ')}`} (${seconds} s)`,
);
if (left.length > 0) process.exit(1);

async function work() {
  while (waiting.length > 0) {
    const next = waiting.findIndex(
      ({ after }) => after === undefined || passed.has(after) || failed.has(after),
    );
    if (next === -1) {
      // What this waits for is being done by the other one.
      await new Promise((done) => setTimeout(done, 200));
      continue;
    }
    const [step] = waiting.splice(next, 1);
    const isPassed = !failed.has(step.after) && (await run(step.script));
    (isPassed ? passed : failed).add(step.script);
  }
}

function run(script) {
  const from = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => (output += piece));
  return new Promise((done) => {
    child.once('close', (status) => {
      const time = ((performance.now() - from) / 1000).toFixed(0);
      console.log(
        `${status === 0 ? '✓' : '✗'} ${script} (${time} s)\n${output.replace(/^/gm, '    ')}`,
      );
      done(status === 0);
    });
  });
}
