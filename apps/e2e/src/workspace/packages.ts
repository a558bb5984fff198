import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Root of this repository: where the packages are packed, and nothing else is taken from. */
export const repository = join(import.meta.dirname, '../../../..');

/** Tarballs of every package, as a registry would hand them out. */
export function packPackages(): string[] {
  run('npm', ['run', '--silent', 'build'], repository);
  const folder = mkdtempSync(join(tmpdir(), 'nx-zenodo-packed-'));
  const names = readdirSync(join(repository, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => ['-w', `packages/${entry.name}`]);
  run(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder, ...names],
    repository,
  );
  return readdirSync(folder).map((file) => join(folder, file));
}

/** Runs a command to its end and gives its output; throws when it fails. */
export function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
