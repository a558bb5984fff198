import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A forge on loopback, in a process of its own, that has a release for each tag. */
export interface ServedForge {
  /** What git knows as the address of the remote. */
  readonly remote: string;
  readonly apiUrl: string;
  readonly token: string;
  close(): Promise<void>;
}

const program = join(import.meta.dirname, '../../../forge/src/testing/serve-forge.ts');

/** Starts the forge under test of the package `forge`; `kind` is github, gitlab or forgejo. */
export async function serveForge(kind: string, tags: readonly string[]): Promise<ServedForge> {
  const loader = ['--conditions=@nx-zenodo/source', '--import', '@swc-node/register/esm-register'];
  const child = spawn(process.execPath, [...loader, program, kind, ...tags], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    ...(JSON.parse(line) as { remote: string; apiUrl: string; token: string }),
    close: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
