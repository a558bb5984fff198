// One cell of the matrix: a fresh workspace on one Nx and one Node; install, generate, chain, deploy, tamper.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const release = [
  'g',
  'nx-zenodo:release',
  'survey',
  '--name=survey',
  '--releaseVersion=1.0.0',
  '--creators=Lovelace, Ada',
  '--license=MIT',
  '--description=Four rivers.',
  '--interactive=false',
];

/** The steps of a cell: what is run, and what its end has to be. */
const steps = [
  { name: 'install', npm: ['install'] },
  { name: 'init', nx: ['g', 'nx-zenodo:init'] },
  { name: 'release', nx: release },
  {
    name: 'again',
    nx: release,
    before: (root) => commit(root, 'A release'),
    check: (_, root) => git(root, ['status', '--porcelain']) === '',
  },
  { name: 'ci', nx: ['g', 'nx-zenodo:ci', '--kinds=github', '--interactive=false'] },
  { name: 'metadata', nx: ['g', 'nx-zenodo:metadata', 'survey', '--interactive=false'] },
  { name: 'list', nx: ['list', 'nx-zenodo'], check: (output) => /zenodo-deploy/.test(output) },
  {
    name: 'show',
    nx: ['show', 'project', 'survey', '--json'],
    check: (output) => /nx-zenodo:zenodo-deploy/.test(output),
  },
  { name: 'chain', nx: ['run', 'survey:bundle'] },
  {
    name: 'cache',
    nx: ['run', 'survey:bundle', '--output-style=static'],
    check: (output) => /5 out of 5 tasks|read the output from the cache instead/.test(output),
  },
  {
    name: 'deploy',
    nx: ['run', 'survey:zenodo-deploy'],
    check: (output) => /^DOI: 10\.5072\/zenodo\.\d+$/m.test(output),
  },
  {
    name: 'tamper',
    nx: ['run', 'survey:zenodo-deploy', '--exclude-task-dependencies'],
    before: (root) => appendFileSync(join(root, 'survey/README.md'), 'one more line\n'),
    fails: true,
    check: (output) => /NZ1\d{3}/.test(output) && !/^DOI: /m.test(output),
  },
];

/** Runs a cell; answers with its failures, each {step, output}, and the seconds it took. */
export function runCell({ nx, node, port, environment }) {
  const root = mkdtempSync(join(tmpdir(), 'nx-zenodo-matrix-'));
  const started = performance.now();
  try {
    writeWorkspace(root, nx);
    const machine = {
      root,
      node,
      environment: { ...environment, ZENODO_LOCAL_PORT: String(port) },
    };
    for (const step of steps) {
      const output = failureOf(step, machine);
      if (output !== null) return { step: step.name, output, seconds: secondsSince(started) };
    }
    return { step: null, output: '', seconds: secondsSince(started) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function secondsSince(started) {
  return Math.round((performance.now() - started) / 1000);
}

// null when the step ended as it has to, otherwise what it printed.
function failureOf({ npm, nx, before, fails = false, check }, { root, node, environment }) {
  before?.(root);
  const program =
    npm === undefined
      ? [node, join(root, 'node_modules/.bin/nx'), ...nx]
      : ['npm', ...npm, '--ignore-scripts'];
  const [command, ...args] = program;
  const path = `${join(node, '..')}:${environment.PATH}`;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, PATH: path },
  });
  const output = `${stdout}${stderr}`;
  const ended = fails ? status !== 0 : status === 0;
  return ended && (check?.(output, root) ?? true) ? null : output;
}

function writeWorkspace(root, nx) {
  const write = (path, text) => writeFileSync(join(root, path), text);
  const devDependencies = { nx, '@nx/devkit': nx, 'nx-zenodo': '*' };
  mkdirSync(join(root, 'survey'));
  write('package.json', JSON.stringify({ name: 'fresh', private: true, devDependencies }));
  write('nx.json', '{ "analytics": false, "neverConnectToCloud": true }\n');
  write('.gitignore', 'node_modules\ndist\n.nx\n');
  write('survey/README.md', '# Survey\n');
  git(root, ['init', '--quiet', '--initial-branch=main']);
  git(root, ['config', 'user.email', 'matrix@example.org']);
  git(root, ['config', 'user.name', 'Matrix']);
  commit(root, 'A fresh workspace');
}

function commit(root, message) {
  git(root, ['add', '-A']);
  git(root, ['commit', '--quiet', '--allow-empty', '-m', message]);
}

function git(root, args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}
