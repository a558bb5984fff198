// Runs the commands of docs/tutorial/first-record.md in an empty folder, with the packed packages in place of those of
// the registry: node tools/docs/run-tutorial.mjs FOLDER_OF_PACKED (see tools/package/pack.mjs). What the page shows as
// output has to be printed, and the deploy of the broken release has to fail.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [packed] = process.argv.slice(2);
if (packed === undefined)
  throw new Error('usage: node tools/docs/run-tutorial.mjs FOLDER_OF_PACKED');
const tarballs = readdirSync(packed).map((file) => resolve(packed, file));
const page = readFileSync(join(import.meta.dirname, '../../docs/tutorial/first-record.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'nx-zenodo-tutorial-'));
const port = await freePort();
let workspace = folder;
let wrong = 0;

try {
  for (const { title, commands, shown } of steps(page)) {
    const fails = title.includes('break');
    // Serving does not end by itself.
    if (commands.includes('npx zenodo-sandbox')) continue;
    const { status, output } = run(commands);
    if ((status !== 0) !== fails) report(title, `exit status ${status}`, output);
    for (const line of shown.filter((text) => !output.includes(text))) {
      report(title, `not printed: ${line}`, output);
    }
    if (fails && !output.includes('NZ1006')) report(title, 'NZ1006 is not told', output);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `tutorial: ${wrong === 0 ? 'every command does what the page says' : `${wrong} wrong`}`,
);
if (wrong > 0) process.exit(1);

/** Each section with its commands, and the lines that are shown as output; `…` stands for others. */
function steps(text) {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const blocks = (kind) =>
        [...section.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'gms'))].map((m) => m[1]);
      const commands = blocks('sh').join('');
      const shown = blocks('text').flatMap((block) => block.split('\n'));
      const lines = shown.map((line) => line.trim()).filter((line) => line !== '' && line !== '…');
      return commands === '' ? [] : [{ title: section.split('\n')[0], commands, shown: lines }];
    });
}

function run(commands) {
  const local = commands.replace(/^(npm install .*) nx-zenodo$/m, `$1 ${tarballs.join(' ')}`);
  const inherited = Object.entries(process.env).filter(([key]) => !/^(NX_|ZENODO_)/.test(key));
  const identity = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org' };
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', local], {
    cwd: workspace,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(inherited),
      ...identity,
      GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
      NX_DAEMON: 'false',
      ZENODO_LOCAL_PORT: String(port),
      npm_config_ignore_scripts: 'true',
      npm_config_prefer_offline: 'true',
    },
  });
  // The first step enters the folder that it makes.
  const entered = /^mkdir (\w+) && cd \1$/m.exec(commands)?.[1];
  if (entered !== undefined) workspace = join(folder, entered);
  return { status, output: `${stdout}${stderr}` };
}

function report(title, what, output) {
  wrong += 1;
  console.error(`✗ ${title}: ${what}\n${output.replace(/^/gm, '    ')}`);
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => done(free));
    });
  });
}
