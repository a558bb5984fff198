import { freezeCommand } from './freeze-command.js';
import { guardCommand } from './guard-command.js';
import type { Command, CommandProcess, ExitStatus } from './command-process.js';
import { parseOptions, usage, UsageError } from './options.js';
import { readTool } from './tool.js';
import { verifyCommand } from './verify-command.js';

const commands: Readonly<Record<string, Command>> = {
  verify: verifyCommand,
  freeze: freezeCommand,
  guard: guardCommand,
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
      const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
      if (command === undefined)
        throw new UsageError(`There is no command ${JSON.stringify(name)}.`);
      return await command(parseOptions(rest, host.cwd), host);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.err(`${error.message}\n\n${usage}`);
    return 2;
  }
}
