import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Root of this repository; only the packed packages and the sample release are taken from it. */
export const repository = join(import.meta.dirname, '../../../..');

/** Tarballs of every package, as a registry would hand them out; the target `pack` makes them. */
export function packedPackages(): string[] {
  const folder = join(repository, 'apps/e2e/dist/packed');
  return readdirSync(folder).map((file) => join(folder, file));
}

/** Runs a command to its end and gives its output; throws when it fails. */
export function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
