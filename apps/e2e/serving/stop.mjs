// Jest's global teardown: ends the registry of the run, and removes what its specs made.
import { once } from 'node:events';
import { rmSync } from 'node:fs';

export default async function stopServing() {
  const child = globalThis.servedPackages;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  rmSync(process.env['E2E_FOLDER'], { recursive: true, force: true });
}
