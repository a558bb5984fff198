import { formatFindings } from '@nx-zenodo/findings';
import type { GuardEvent } from '../../guard/guard-event.js';
import { watchFreeze } from '../guard/watch-freeze.js';
import type { CommandProcess, ExitStatus } from './command-process.js';
import type { CommandOptions } from './options.js';
import { UsageError } from './options.js';

/** `guard`: tells drift as it happens; its status is 1 when something was not as signed at the end. */
export async function guardCommand(
  options: CommandOptions,
  host: CommandProcess,
): Promise<ExitStatus> {
  if (options.form === 'sarif') throw new UsageError('guard tells events: ask for --json.');
  const { once, form } = options;
  let wrong = 0;
  for await (const event of watchFreeze(options, { once, signal: host.signal })) {
    if (event.kind === 'drift') wrong += event.findings.length;
    if (event.kind === 'restored') wrong -= event.findings.length;
    host.out(form === 'json' ? `${JSON.stringify(event)}\n` : formatEvent(event));
  }
  return wrong === 0 ? 0 : 1;
}

function formatEvent(event: GuardEvent): string {
  switch (event.kind) {
    case 'watching':
      return `Watching ${event.files} files in ${event.folders} folders.\n`;
    case 'drift':
      return `${formatFindings(event.findings)}\n`;
    case 'restored':
      return event.findings.map(({ message }) => `✓ no longer: ${message}\n`).join('');
  }
}
