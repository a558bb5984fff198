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

/** One command of the tool. */
export type Command = (options: CommandOptions, host: CommandProcess) => Promise<ExitStatus>;
