import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { conforms } from '../case.js';

const fileOf = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Scripts as they are written for Zenodo; each ends with a code other than 0 as soon as something does not hold. */
const clients = [
  {
    number: 'clients-1',
    name: 'scripts with curl hold unchanged',
    command: 'bash',
    args: [fileOf('curl-clients.sh')],
    probe: ['-c', 'command -v curl'],
    missing: 'bash or curl is not installed',
  },
  {
    number: 'clients-2',
    name: "scripts with Python's requests hold unchanged",
    command: 'python3',
    args: [fileOf('requests-client.py')],
    probe: ['-c', 'import requests'],
    missing: 'python3 with requests is not installed',
  },
] as const;

for (const { number, name, command, args, probe, missing } of clients) {
  // Said aloud and counted nowhere: what did not run is no pass. In CI curl has to be there.
  if (spawnSync(command, probe, { stdio: 'ignore' }).status !== 0) {
    process.stderr.write(`${number} ${name}: NOT RUN, ${missing}.\n`);
    if (process.env['CI'] === undefined || command !== 'bash') continue;
  }
  conforms(number, name, async ({ service }) => {
    const { code, output } = await run(command, [...args, service.site, service.tokens.owner]);
    assert.equal(code, 0, output);
    assert.match(output, /all held/);
  });
}

function run(command: string, args: readonly string[]) {
  return new Promise<{ code: number | null; output: string }>((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => void (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => void (output += chunk.toString()));
    child.on('error', failed);
    child.on('close', (code) => done({ code, output }));
  });
}
