import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isCodedError } from '@nx-zenodo/findings';
import { findSandbox, holdLease, LOCAL_TOKEN, startSandbox } from '@nx-zenodo/zenodo-sandbox';
import { PluginError } from '../../plugin-error.js';

/** A local Zenodo that answers: started for this run, or one that somebody serves. */
export interface LocalZenodo {
  readonly apiUrl: string;
  readonly token: string;
  close(): Promise<void>;
}

/** Folder of the durable state, shared by every project of the workspace. */
export function localStore(workspaceRoot: string): string {
  return join(workspaceRoot, '.zenodo-sandbox');
}

// Another run may have taken the store and not yet listen; it does within moments.
const attempts = 50;
const pauseMs = 100;

/**
 * Takes the local Zenodo that listens at the address, or starts one on the workspace's store for this
 * run. A lease keeps a Zenodo that another run started alive until this run has finished.
 * @throws PluginError NZ9014 when the local Zenodo of another workspace listens there.
 * @throws SandboxError NZ7001 when the store stays taken, NZ7002 when the port is taken by something else.
 */
export async function openLocalZenodo(apiUrl: string, workspaceRoot: string): Promise<LocalZenodo> {
  for (let attempt = 1; ; attempt += 1) {
    const served = await takeServed(apiUrl, localStore(workspaceRoot));
    if (served !== null) return served;
    try {
      return await startOwn(apiUrl, workspaceRoot);
    } catch (thrown) {
      const held = isCodedError(thrown) && thrown.code === 'NZ7001';
      if (!held || attempt === attempts) throw thrown;
      await pause(pauseMs);
    }
  }
}

async function takeServed(apiUrl: string, store: string): Promise<LocalZenodo | null> {
  const { origin } = new URL(apiUrl);
  const found = await findSandbox(origin);
  if (found === null) return null;
  if (found.store !== (await realpath(store).catch(() => store))) throw otherStore(origin);
  const lease = await holdLease(origin).catch(() => null);
  // It was on its way out between the two requests: look again, or start one.
  if (lease === null) return null;
  return { apiUrl, token: LOCAL_TOKEN, close: () => lease.release() };
}

async function startOwn(apiUrl: string, workspaceRoot: string): Promise<LocalZenodo> {
  const { port } = new URL(apiUrl);
  const sandbox = await startSandbox({ store: localStore(workspaceRoot), port: Number(port) });
  return { apiUrl: sandbox.apiUrl, token: sandbox.token, close: () => sandbox.close() };
}

function otherStore(origin: string): PluginError {
  return new PluginError([
    {
      code: 'NZ9014',
      severity: 'error',
      message: `The local Zenodo at ${origin} serves the store of another workspace.`,
      cure: 'Stop it, or set ZENODO_LOCAL_PORT to a free port for every command of this workspace.',
    },
  ]);
}
