// Runs the example of every package's README as a reader would: the packed packages are installed from a registry on
// loopback into an empty workspace, the commands of the plugin's README make a release there, and each `js` example
// runs in a copy of it. npm run package:examples (after `npx nx run e2e:pack`)
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [packed] = process.argv.slice(2);
if (packed === undefined) {
  throw new Error('usage: node tools/package/readme-examples.mjs FOLDER_OF_PACKED');
}
const plugin = 'nx-zenodo';
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const examples = readdirSync('packages', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, code: firstBlock(name, name === plugin ? 'sh' : 'js') }));
const workspace = mkdtempSync(join(tmpdir(), 'nx-zenodo-readme-'));
let wrong = 0;

const registry = spawn(process.execPath, ['tools/registry/main.mjs', packed], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = once(registry, 'exit');
try {
  const [line] = await Promise.race([
    once(createInterface({ input: registry.stdout }), 'line'),
    ended.then(() => Promise.reject(new Error('the registry ended'))),
  ]);
  runAll(JSON.parse(line).environment);
} finally {
  registry.kill('SIGTERM');
  await ended;
  rmSync(workspace, { recursive: true, force: true });
}
console.log(`examples: ${wrong === 0 ? `${examples.length} run as they stand` : `${wrong} wrong`}`);
if (wrong > 0) process.exitCode = 1;

function runAll(registryEnvironment) {
  const foreign = /^(NX_|ZENODO_|npm_|NODE_OPTIONS$|INIT_CWD$)/;
  const inherited = Object.entries(process.env).filter(([key]) => !foreign.test(key));
  const environment = {
    ...Object.fromEntries(inherited),
    ...registryEnvironment,
    npm_config_ignore_scripts: 'true',
    NX_DAEMON: 'false',
    ZENODO_LOCAL_PORT: process.env.ZENODO_LOCAL_PORT ?? '5073',
  };
  const write = (path, text) => writeFileSync(join(workspace, path), text);
  mkdirSync(join(workspace, 'my-data'));
  write('my-data/README.md', '# My data\n\nHourly temperatures of four rivers.\n');
  write(
    'package.json',
    JSON.stringify({ private: true, devDependencies: { nx: devDependencies.nx } }),
  );
  write('nx.json', '{ "analytics": false, "neverConnectToCloud": true }\n');
  judge('the workspace', 'npm install', workspace, environment);
  for (const { name, code } of [...examples].sort(({ name }) => (name === plugin ? -1 : 0))) {
    if (code === null) complain(name, 'its README has no example');
    else if (name === plugin) judge(name, code, workspace, environment);
    else judgeModule(name, code, environment);
  }
}

function judgeModule(name, code, environment) {
  const folder = join(workspace, 'examples', name);
  cpSync(join(workspace, 'my-data'), folder, { recursive: true });
  writeFileSync(join(folder, 'example.mjs'), code);
  judge(name, 'node example.mjs', folder, environment);
}

function judge(name, commands, cwd, env) {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', commands], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // An example that prints nothing shows nothing, unless it writes a file.
  const silent = stdout.trim() === '' && !commands.includes('npm') && !/record-page/.test(name);
  if (status !== 0) complain(name, `exit status ${status}\n${stdout}${stderr}`);
  else if (silent) complain(name, 'prints nothing');
}

function complain(name, what) {
  wrong += 1;
  console.error(`✗ ${name}: ${what}`);
}

/** The first fenced block of that language in the package's README; null without one. */
function firstBlock(name, language) {
  const readme = readFileSync(join('packages', name, 'README.md'), 'utf8');
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(readme)?.[1] ?? null;
}
