// Workspaces of releases to measure with: made in a temporary folder, run by the Nx and the built packages of this
// repository, with a cache of their own.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

/** Makes a workspace of `projects` releases, each of `files` frozen files of `size` bytes, committed. */
export function makeWorkspace({ projects, files, size, shards }) {
  const root = mkdtempSync(join(tmpdir(), 'bench-workspace-'));
  const write = (path, content) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  write('nx.json', json({ ...quiet, plugins: ['nx-zenodo/plugin'] }));
  write('package.json', json({ name: 'bench', private: true }));
  write('.gitignore', 'node_modules\ndist\n.nx\n');
  const idle = { executor: 'nx:noop' };
  const targets = { idle, cached: { ...idle, cache: true, inputs: ['{projectRoot}/**/*'] } };
  write('idle/project.json', json({ name: 'idle', targets }));
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  for (let at = 0; at < projects; at += 1) {
    const name = `release-${String(at).padStart(3, '0')}`;
    writeRelease((path, content) => write(`releases/${name}/${path}`, content), { name, shards });
    writeFrozen(join(root, 'releases', name), { name, files, size });
  }
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, 'add', '-A');
  git(root, '-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...commit);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

const quiet = { analytics: false, neverConnectToCloud: true, tui: { enabled: false } };
const commit = ['commit', '--quiet', '-m', 'Releases to measure with'];
const json = (value) => JSON.stringify(value, null, 2);

function git(root, ...args) {
  const done = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
}

/** Makes a folder of frozen files alone. */
export function makeFiles({ files, size }) {
  const root = mkdtempSync(join(tmpdir(), 'bench-files-'));
  writeFrozen(root, { name: 'files', files, size });
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

// Folders of at most 500 files, and their signature.
function writeFrozen(root, { name, files, size }) {
  const lines = [];
  for (let at = 0; at < files; at += 1) {
    const folder = `data/d${String(Math.floor(at / 500)).padStart(4, '0')}`;
    const path = `${folder}/f${String(at).padStart(7, '0')}.json`;
    const text = json({ name, at }).padEnd(size, ' ');
    if (at % 500 === 0) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, path), text);
    lines.push(`${createHash('sha256').update(text).digest('hex')}  ${path}\n`);
  }
  writeFileSync(join(root, 'SIGNATURE.sha256'), lines.join(''));
}

function writeRelease(write, { name, shards }) {
  const first = 'data/d0000/f0000000.json';
  const check = { kind: 'json', name: 'The first file is JSON', files: [first] };
  const freeze = { include: ['data/**'], ...(shards === undefined ? {} : { shards }) };
  const config = { name, version: '1.0.0', signature: 'SIGNATURE.sha256', freeze };
  const release = { ...config, artifacts: [first], validation: { checks: [check] } };
  write('project.json', json({ name }));
  write('zenodo.release.json', json(release));
  write('zenodo.metadata.json', json({ metadata: metadataOf(name) }));
}

function metadataOf(name) {
  return {
    title: `Measurements of ${name}`,
    upload_type: 'dataset',
    publication_date: '2026-01-31',
    version: '1.0.0',
    description: '<p>Files to measure with.</p>',
    creators: [{ name: 'Carberry, Josiah', orcid: '0000-0002-1825-0097' }],
    access_right: 'open',
    license: 'cc-by-4.0',
  };
}

/** Runs Nx there; answers seconds, exit status, output, and the tasks by where their results came from. */
export function runNx(root, args, environment = {}) {
  const cache = join(root, '.nx/cache');
  rmSync(join(cache, 'run.json'), { force: true });
  const start = performance.now();
  const done = spawnSync(join(root, 'node_modules/.bin/nx'), args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^NX_/.test(key))),
      NX_DAEMON: 'false',
      NX_CACHE_DIRECTORY: cache,
      NX_WORKSPACE_DATA_DIRECTORY: join(root, '.nx/data'),
      ...environment,
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const output = `${done.stdout}${done.stderr}`;
  return { seconds, status: done.status, output, tasks: tasksOf(join(cache, 'run.json')) };
}

// Nx tells of each run what became of its tasks.
function tasksOf(file) {
  try {
    const { tasks } = JSON.parse(readFileSync(file, 'utf8'));
    const ran = tasks.filter(({ cacheStatus }) => cacheStatus === 'cache-miss');
    return { ran: ran.map(({ taskId }) => taskId), cached: tasks.length - ran.length };
  } catch {
    return { ran: [], cached: 0 };
  }
}

/** The middle one. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
