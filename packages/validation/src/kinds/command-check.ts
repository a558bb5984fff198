import type { CheckContext, CheckOutcome, CommandEnd } from '../check-outcome.js';
import { collectRefusals } from '../check-outcome.js';
import type { CheckOf } from '../declared-check.js';
import { finding } from '../validation-error.js';
import { matchedFiles } from './matched-files.js';

type CommandCheck = CheckOf<'command'>;

/** Holds that a program ends as expected. */
export async function runCommandCheck(
  check: CommandCheck,
  { files, runCommand }: CheckContext,
): Promise<CheckOutcome> {
  const unread = await collectRefusals(check.reads, async (pattern) => {
    for (const path of await matchedFiles(files, pattern)) await files.witness(path);
    return [];
  });
  if (unread.length > 0) return { detail: 'not started', findings: unread };
  return judge(check, await runCommand(check));
}

function judge(check: CommandCheck, end: CommandEnd): CheckOutcome {
  const name = `\`${check.argv.join(' ')}\``;
  switch (end.how) {
    case 'exited': {
      const detail = `exit status ${end.status}`;
      if (end.status === check.exitStatus) return { detail, findings: [] };
      const message = `${name} ended with ${detail}, ${check.exitStatus} expected.${tail(end.output)}`;
      return { detail, findings: [finding('NZ2216', message)] };
    }
    case 'signalled': {
      const detail = `ended by ${end.signal}`;
      return { detail, findings: [finding('NZ2216', `${name} was ${detail}.${tail(end.output)}`)] };
    }
    case 'timed-out': {
      const detail = `not done after ${check.timeLimitSeconds} s`;
      return { detail, findings: [finding('NZ2217', `${name} was ${detail}.${tail(end.output)}`)] };
    }
    case 'not-started':
      return {
        detail: 'not started',
        findings: [finding('NZ2218', `${name} could not be started: ${end.reason}.`)],
      };
  }
}

const tail = (output: string) => (output === '' ? '' : ` It wrote last: ${output}`);
