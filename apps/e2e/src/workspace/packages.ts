import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Root of this repository; only the sample release is taken from it. */
export const repository = join(import.meta.dirname, '../../../..');

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  /** Standard output and standard error, as a person sees them. */
  readonly output: string;
}

/**
 * The environment of a user's machine: nothing of this run's Nx, tests and tokens, and npm installs from the
 * registry on loopback that the run serves (apps/e2e/serving).
 */
export function userEnvironment(): Record<string, string> {
  const served = process.env['SERVED_PACKAGES'];
  if (served === undefined) throw new Error('No registry is served: see apps/e2e/serving.');
  const { environment } = JSON.parse(served) as { environment: Record<string, string> };
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      !/^(NX_|ZENODO_|JEST_|npm_|SERVED_|E2E_|FORCE_COLOR$|NODE_OPTIONS$|INIT_CWD$)/.test(entry[0]),
  );
  return {
    ...Object.fromEntries(inherited),
    ...environment,
    npm_config_ignore_scripts: 'true',
    npm_config_yes: 'true',
    NX_DAEMON: 'false',
    // CI=true alone gives colours to what is no terminal, and specs read words.
    NO_COLOR: '1',
  };
}

/** Runs a command to its end, whatever comes of it. */
export function attempt(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Outcome {
  const { status, stdout, stderr } = ended(command, args, cwd, environment);
  return { code: status ?? -1, output: `${stdout}${stderr}` };
}

/** Runs a command to its end and gives its standard output; throws with all it said when it fails. */
export function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = ended(command, args, cwd, {});
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')}: exit ${status}\n${stdout}${stderr}`);
}

function ended(
  command: string,
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
) {
  return spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...userEnvironment(), ...environment },
  });
}
