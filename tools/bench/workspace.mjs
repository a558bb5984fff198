// What a workspace of many releases costs: targets inferred, everything run, everything cached, and one file changed.
// Shows seconds, tasks, and the bytes that freeze-verify and manifest hashed.
//   node tools/bench/workspace.mjs [--projects=200] [--files=10] [--size=4096] [--rounds=3]
// Needs built packages (npm run build). The first run of 200 releases starts 800 processes: some minutes.
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeWorkspace, median, runNx } from './release-workspace.mjs';

const number = (name, fallback) =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const projects = number('projects', 200);
const files = number('files', 10);
const size = number('size', 4096);
const rounds = number('rounds', 3);
const targets = ['-t', 'freeze-verify', 'validate', 'metadata', '--output-style=static'];

const workspace = makeWorkspace({ projects, files, size });
try {
  console.log(`${projects} releases of ${files} files of ${size} bytes, Node ${process.version}`);
  await inference(workspace.root);
  console.log('\nrun                               seconds  tasks run  from cache  bytes hashed');
  show('everything, nothing cached', [run(['run-many', ...targets])]);
  show('everything, all cached', repeat(['run-many', ...targets]));
  show('affected, nothing changed', repeat(['affected', ...targets, '--base=HEAD']));
  changeRelease(0);
  show('affected, one release changed', [run(['affected', ...targets, '--base=HEAD'])]);
  show('affected, again', repeat(['affected', ...targets, '--base=HEAD']));
} finally {
  workspace.remove();
}

function run(args) {
  const outcome = runNx(workspace.root, args);
  if (outcome.status !== 0) throw new Error(outcome.output.slice(-4000));
  return outcome;
}

function repeat(args) {
  return Array.from({ length: rounds }, () => run(args));
}

function show(name, outcomes) {
  const { tasks } = outcomes.at(-1);
  const hashed = tasks.ran.filter((id) => /:(freeze-verify|manifest)$/.test(id)).length;
  const columns = [
    name.padEnd(32),
    median(outcomes.map(({ seconds }) => seconds))
      .toFixed(2)
      .padStart(8),
    String(tasks.ran.length).padStart(10),
    String(tasks.cached).padStart(11),
    String(hashed * files * size).padStart(13),
  ];
  console.log(columns.join(' '));
}

// A change of the metadata: the freeze holds, and what reads the file is made anew.
function changeRelease(at) {
  const name = `release-${String(at).padStart(3, '0')}`;
  appendFileSync(join(workspace.root, 'releases', name, 'zenodo.metadata.json'), '\n');
}

// In this process: what Nx pays to load the plugin, and to infer the targets of all releases.
async function inference(workspaceRoot) {
  const plugin = createRequire(import.meta.url).resolve('nx-zenodo/plugin');
  const start = performance.now();
  const { createNodes } = await import(plugin);
  const loaded = performance.now();
  const paths = Array.from(
    { length: projects },
    (_, at) => `releases/release-${String(at).padStart(3, '0')}/zenodo.release.json`,
  );
  const times = Array.from({ length: rounds }, () => {
    const before = performance.now();
    const nodes = createNodes[1](paths, {}, { workspaceRoot, nxJsonConfiguration: {} });
    if (nodes.length !== projects) throw new Error('Not every release was inferred.');
    return performance.now() - before;
  });
  console.log(`plugin loaded in ${(loaded - start).toFixed(0)} ms`);
  console.log(`targets of all releases inferred in ${median(times).toFixed(0)} ms (warm files)`);
}
