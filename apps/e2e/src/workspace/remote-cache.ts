import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the server answers: as it should, or in one of the ways of a broken or hostile one. */
export type Conduct = 'sound' | 'html' | 'truncated' | 'noise' | 'swapped';

/** A remote cache on loopback (apps/e2e/serving/remote-cache.mjs), in a process of its own. */
export interface RemoteCache {
  /** What a checkout needs to use it. */
  readonly environment: Readonly<Record<string, string>>;
  behave(conduct: Conduct): Promise<void>;
  /** Replaces text in a file of every archive that holds it; gives how many there were. */
  forge(file: string, from: string, to: string): number;
  close(): Promise<void>;
}

/** Starts one with nothing in it. */
export async function startRemoteCache(): Promise<RemoteCache> {
  const folder = mkdtempSync(join(tmpdir(), 'nx-zenodo-remote-cache-'));
  const program = join(import.meta.dirname, '../../serving/remote-cache.mjs');
  const child = spawn(process.execPath, [program, folder, 'a-token'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    environment: {
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: url,
      NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: 'a-token',
    },
    behave: async (conduct) => {
      // A connection that is kept would be closed by the server while a run of Nx blocks this process.
      const headers = { connection: 'close' };
      await fetch(`${url}/mode`, { method: 'PUT', body: conduct, headers });
    },
    forge: (file, from, to) =>
      readdirSync(folder).filter((name) => forgeArchive(join(folder, name), file, from, to)).length,
    close: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function forgeArchive(archive: string, file: string, from: string, to: string): boolean {
  const names = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' }).split('\n');
  const member = names.find((name) => name.endsWith(`/${file}`));
  if (member === undefined) return false;
  const folder = mkdtempSync(join(tmpdir(), 'nx-zenodo-forged-'));
  execFileSync('tar', ['-xzf', archive, '-C', folder]);
  const text = readFileSync(join(folder, member), 'utf8');
  writeFileSync(join(folder, member), text.replace(from, to));
  execFileSync('tar', ['-czf', archive, '-C', folder, ...readdirSync(folder)]);
  rmSync(folder, { recursive: true, force: true });
  return text.includes(from);
}
