// Jest's global setup: one registry on loopback with the packed packages, for every spec of the run.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export default async function startServing() {
  const repository = join(import.meta.dirname, '../../..');
  const folders = ['packed', 'drafts'].map((name) => join(repository, 'apps/e2e/dist', name));
  if (!folders.every((folder) => existsSync(folder))) {
    throw new Error('Nothing is packed: run `npx nx run e2e:pack` first.');
  }
  const main = join(repository, 'tools/registry/main.mjs');
  const child = spawn(process.execPath, [main, ...folders], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = once(createInterface({ input: child.stdout }), 'line');
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the registry ended')));
  ended.catch(() => undefined);
  [process.env['SERVED_PACKAGES']] = await Promise.race([line, ended]);
  globalThis.servedPackages = child;
  // Everything that a spec makes lies in here, and goes with the run.
  process.env['E2E_FOLDER'] = mkdtempSync(join(tmpdir(), 'nx-zenodo-e2e-'));
}
