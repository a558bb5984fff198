// Jest's global teardown: ends the registry of the run.
import { once } from 'node:events';

export default async function stopServing() {
  const child = globalThis.servedPackages;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
