import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { FreshRepository } from './fresh-repository.js';

/** The installed local Zenodo, serving the store that the deploys of the workspace wrote. */
export interface ServedZenodo {
  readonly apiUrl: string;
  readonly token: string;
  close(): Promise<void>;
}

// Written as a user of the package writes it, and run in the workspace: nothing comes from the sources.
const program = `
  import { LOCAL_TOKEN, startSandbox } from '@nx-zenodo/zenodo-sandbox';
  const [store, port] = process.argv.slice(1);
  const sandbox = await startSandbox({ store, port: Number(port) });
  process.once('SIGTERM', () => sandbox.close());
  console.log(JSON.stringify({ apiUrl: sandbox.apiUrl, token: LOCAL_TOKEN }));
`;

/** Starts the local Zenodo on the workspace's store and port; answers once it listens. */
export async function serveLocalZenodo(workspace: FreshRepository): Promise<ServedZenodo> {
  const store = `${workspace.root}/.zenodo-sandbox`;
  const args = ['--input-type=module', '-e', program, store, String(workspace.port)];
  const child = spawn(process.execPath, args, {
    cwd: workspace.installation,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    ...(JSON.parse(line) as { apiUrl: string; token: string }),
    close: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
