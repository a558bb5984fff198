// Installs the packed packages into a fresh workspace for every supported Nx and Node, and drives them there.
//   npm run matrix                 every cell
//   npm run matrix -- --pinned     the pinned Nx on every Node: what CI runs
// Prints a table; exits 1 when a cell fails, with what it printed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { runCell } from './cell.mjs';
import { nodeProgram } from './runtime.mjs';

const [packed, ...flags] = process.argv.slice(2);
if (packed === undefined || flags.some((flag) => flag !== '--pinned')) {
  throw new Error('usage: node tools/matrix/main.mjs FOLDER_OF_PACKED [--pinned]');
}
const pinned = JSON.parse(readFileSync('package.json', 'utf8')).devDependencies.nx;
const nxVersions = flags.includes('--pinned') ? [pinned] : ['21', '22', pinned];
const nodeMajors = ['20', '22', '24'];

const scratch = mkdtempSync(join(tmpdir(), 'nx-zenodo-runtimes-'));
const registry = await serve();
const results = new Map();
try {
  const port = await freePort();
  const environment = { ...machine(), ...registry.environment };
  for (const major of nodeMajors) {
    const node = nodeProgram(major, scratch);
    for (const nx of nxVersions) {
      const result = runCell({ nx, node, port, environment });
      results.set(`${nx} ${major}`, result);
      report(nx, major, result);
    }
  }
} finally {
  await registry.close();
  rmSync(scratch, { recursive: true, force: true });
}
printTable();
if ([...results.values()].some(({ step }) => step !== null)) process.exitCode = 1;

function report(nx, major, { step, output, seconds }) {
  const what = step === null ? 'passed' : `FAILED at ${step}`;
  console.log(`Nx ${nx}, Node ${major}: ${what} (${seconds} s)`);
  if (step !== null) console.error(output.replace(/^/gm, '    '));
}

function printTable() {
  console.log(
    `\n${'Nx'.padEnd(10)}${nodeMajors.map((major) => `Node ${major}`.padEnd(20)).join('')}`,
  );
  for (const nx of nxVersions) {
    const cells = nodeMajors.map((major) => {
      const { step, seconds } = results.get(`${nx} ${major}`);
      return (step === null ? `passed (${seconds} s)` : `failed: ${step}`).padEnd(20);
    });
    console.log(`${nx.padEnd(10)}${cells.join('')}`);
  }
}

// Nothing of this checkout's Nx and npm reaches a cell.
function machine() {
  const foreign = /^(NX_|ZENODO_|npm_|NODE_OPTIONS$|INIT_CWD$)/;
  const inherited = Object.entries(process.env).filter(([key]) => !foreign.test(key));
  return { ...Object.fromEntries(inherited), NX_DAEMON: 'false', CI: 'true' };
}

async function serve() {
  const child = spawn(process.execPath, ['tools/registry/main.mjs', packed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line');
  const failed = exited.then(() => Promise.reject(new Error('the registry ended')));
  failed.catch(() => undefined);
  const { environment } = JSON.parse((await Promise.race([line, failed]))[0]);
  const close = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { environment, close };
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
