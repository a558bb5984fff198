import { formatSarif } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import type { CommandProcess } from './command-process.js';
import type { CommandOptions } from './options.js';
import { readTool } from './tool.js';

/** Writes an outcome in the form that was asked for. */
export async function tell(
  { form }: CommandOptions,
  host: CommandProcess,
  outcome: { readonly findings: readonly Finding[] },
  text: () => string,
): Promise<void> {
  if (form === 'text') host.out(text());
  else if (form === 'sarif') host.out(formatSarif(outcome.findings, await readTool()));
  else host.out(`${JSON.stringify({ schemaVersion: 1, ...outcome }, null, 2)}\n`);
}
