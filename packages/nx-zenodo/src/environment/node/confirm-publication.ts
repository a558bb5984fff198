import { PluginError } from '../../plugin-error.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { confirmationQuestion, confirmsVersion, isYes } from '../../terminal/confirmation.js';
import { ask } from '../../terminal/node/ask.js';
import type { Environment } from '../environment.js';

/**
 * Outside the local environment somebody has to say yes: `--confirm=<version>`, or y on a terminal.
 * @throws PluginError NZ9015 for anything else.
 */
export async function confirmPublication(
  config: ReleaseConfig,
  fileCount: number,
  environment: Environment,
  confirm: string | undefined,
  asking: (question: string) => Promise<string | null> = ask,
): Promise<void> {
  if (environment.name === 'local') return;
  if (confirmsVersion(confirm, config.version)) return;
  const { name, apiUrl } = environment;
  const question = confirmationQuestion({
    environment: name,
    apiUrl,
    version: config.version,
    fileCount,
  });
  if (confirm === undefined && isYes(await asking(question))) return;
  const given = confirm === undefined ? 'nobody said yes' : `--confirm names "${confirm}"`;
  throw new PluginError([
    {
      code: 'NZ9015',
      severity: 'error',
      message: `Publication of ${config.version} to ${name} was not confirmed: ${given}. Nothing was sent.`,
      cure: `Answer y on a terminal, or pass --confirm=${config.version}.`,
    },
  ]);
}
