import type { Finding } from '@nx-zenodo/findings';
import type { ReleaseFiles } from './release-files.js';
import type { CheckResult } from './validation-report.js';
import { ValidationError } from './validation-error.js';

/** What a check came to, before its name and evidence are put to it. Passed when there is no finding. */
export interface CheckOutcome {
  /** One line of fact. */
  readonly detail: string;
  readonly findings: readonly Finding[];
}

/** What a check may use. */
export interface CheckContext {
  readonly files: ReleaseFiles;
  /** The results of the checks before this one. */
  readonly earlier: readonly CheckResult[];
  readonly runCommand: RunCommand;
}

/** How a program is started; the way it ended. */
export type RunCommand = (command: {
  readonly argv: readonly string[];
  readonly shell: boolean;
  readonly timeLimitSeconds: number;
  readonly passEnv: readonly string[];
}) => Promise<CommandEnd>;

/** The end of a program. `output` is the last of what it wrote, for the finding, never for the report. */
export type CommandEnd =
  | { readonly how: 'exited'; readonly status: number; readonly output: string }
  | { readonly how: 'signalled'; readonly signal: string; readonly output: string }
  | { readonly how: 'timed-out'; readonly output: string }
  | { readonly how: 'not-started'; readonly reason: string };

/** Does the work for each item; what one item refuses is collected, so that the others are looked at too. */
export async function collectRefusals<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const item of items) {
    try {
      findings.push(...(await work(item)));
    } catch (thrown) {
      if (!(thrown instanceof ValidationError)) throw thrown;
      findings.push(...thrown.findings);
    }
  }
  return findings;
}

/** `1 file`, `2 files` */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;
