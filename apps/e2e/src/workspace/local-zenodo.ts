import type { FreshRepository } from './fresh-repository.js';
import { serveProcess } from './served-process.js';
import type { Served } from './served-process.js';

/** The installed local Zenodo, on a store of the workspace. */
export type ServedZenodo = Served<{ readonly apiUrl: string; readonly token: string }>;

// Written as a user of the package writes it, and run in the workspace: nothing comes from the sources.
const program = `
  import { LOCAL_TOKEN, startSandbox } from '@nx-zenodo/zenodo-sandbox';
  const [store, port] = process.argv.slice(1);
  const sandbox = await startSandbox({ store, port: Number(port) });
  process.once('SIGTERM', () => sandbox.close());
  console.log(JSON.stringify({ apiUrl: sandbox.apiUrl, token: LOCAL_TOKEN }));
`;

/** Starts the local Zenodo on the workspace's store and port; answers once it listens. */
export function serveLocalZenodo(workspace: FreshRepository): Promise<ServedZenodo> {
  return serve(workspace, '.zenodo-sandbox', workspace.port);
}

/** Starts another Zenodo beside it, with a store of its own, on any port. */
export function serveOtherZenodo(workspace: FreshRepository): Promise<ServedZenodo> {
  return serve(workspace, 'dist/other-zenodo', 0);
}

function serve(workspace: FreshRepository, store: string, port: number): Promise<ServedZenodo> {
  const args = ['--input-type=module', '-e', program, `${workspace.root}/${store}`, String(port)];
  return serveProcess(args, workspace.installation);
}
