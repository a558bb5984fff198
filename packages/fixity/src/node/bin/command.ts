import { readFile } from 'node:fs/promises';
import { usage, UsageError, parseOptions } from './options.js';
import type { CommandOptions } from './options.js';

/** What a command needs of its process. */
export interface CommandProcess {
  readonly cwd: string;
  /** Ends a command that would go on forever. */
  readonly signal: AbortSignal;
  out(text: string): void;
  err(text: string): void;
}

/** 0 proved or written, 1 something was found, 2 the command line cannot be understood. */
export type ExitStatus = 0 | 1 | 2;

export type Command = (options: CommandOptions, host: CommandProcess) => Promise<ExitStatus>;

// Each command is loaded when it is asked for: every file more delays the start of the others.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  verify: async () => (await import('./verify-command.js')).verifyCommand,
  freeze: async () => (await import('./freeze-command.js')).freezeCommand,
  guard: async () => (await import('./guard-command.js')).guardCommand,
};

/** Runs `nx-zenodo-fixity` with its arguments and answers the exit status. */
export async function runCommand(
  args: readonly string[],
  host: CommandProcess,
): Promise<ExitStatus> {
  const [name = '--help', ...rest] = args;
  try {
    if (name === '--help' || rest.includes('--help')) host.out(usage);
    else if (name === '--version') host.out(`${(await readTool()).version}\n`);
    else {
      const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
      if (load === undefined) throw new UsageError(`There is no command ${JSON.stringify(name)}.`);
      const options = parseOptions(rest, host.cwd);
      return await (
        await load()
      )(options, host);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.err(`${error.message}\n\n${usage}`);
    return 2;
  }
}

/** Name and version of this tool, as its reports give them. */
export async function readTool(): Promise<{
  name: string;
  version: string;
  informationUri: string;
}> {
  const description = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  const { name, version } = JSON.parse(description) as { name: string; version: string };
  return { name, version, informationUri: `https://www.npmjs.com/package/${name}` };
}
