import { formatFindings, formatSarif, isCodedError, isError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import { formatFreeze, formatVerification } from '../../outcome/format-outcome.js';
import { examineRelease } from '../verify-release.js';
import { parseOptions, usage, UsageError } from './options.js';
import type { CommandOptions } from './options.js';

/** What a command needs of its process. */
export interface CommandProcess {
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
}

type ExitStatus = 0 | 1 | 2;

/** Runs `nx-zenodo-fixity` with its arguments and answers the exit status. */
export async function runCommand(
  args: readonly string[],
  host: CommandProcess,
): Promise<ExitStatus> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '--version') {
    host.out(name === '--help' ? usage : `${(await tool()).version}\n`);
    return 0;
  }
  try {
    const command = commands[name];
    if (command === undefined) throw new UsageError(`There is no command ${JSON.stringify(name)}.`);
    return await command(parseOptions(rest, host.cwd), host);
  } catch (error) {
    if (error instanceof UsageError) {
      host.err(`${error.message}\n\n${usage}`);
      return 2;
    }
    throw error;
  }
}

type Command = (options: CommandOptions, host: CommandProcess) => Promise<ExitStatus>;

const commands: Readonly<Record<string, Command>> = { verify, freeze };

async function verify(options: CommandOptions, host: CommandProcess): Promise<ExitStatus> {
  const { findings, files, bytes } = await examineRelease(options);
  const passed = !findings.some(isError);
  const outcome = { signature: options.signature, passed, files, bytes, findings };
  await tell(options, host, findings, outcome, () => formatVerification(outcome));
  return passed ? 0 : 1;
}

async function freeze(options: CommandOptions, host: CommandProcess): Promise<ExitStatus> {
  const { freezeRelease } = await import('../freeze-release.js');
  try {
    const outcome = await freezeRelease(options);
    await tell(options, host, [], outcome, () => formatFreeze(outcome));
    return 0;
  } catch (error) {
    if (!isCodedError(error)) throw error;
    const { findings } = error;
    await tell(options, host, findings, { findings }, () => `${formatFindings(findings)}\n`);
    return 1;
  }
}

async function tell(
  options: CommandOptions,
  host: CommandProcess,
  findings: readonly Finding[],
  outcome: object,
  text: () => string,
): Promise<void> {
  if (options.form === 'text') host.out(text());
  else if (options.form === 'json') {
    host.out(`${JSON.stringify({ schemaVersion: 1, ...outcome }, null, 2)}\n`);
  } else {
    host.out(formatSarif(findings, await tool()));
  }
}

// Read only where it is told: each file more delays the start.
async function tool(): Promise<{ name: string; version: string; informationUri: string }> {
  const { readFile } = await import('node:fs/promises');
  const description = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  const { name, version } = JSON.parse(description) as { name: string; version: string };
  return { name, version, informationUri: `https://www.npmjs.com/package/${name}` };
}
