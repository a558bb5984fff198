import type { Environment } from '../../environment/environment.js';
import { PluginError } from '../../plugin-error.js';
import { isYes } from '../../terminal/confirmation.js';
import { ask } from '../../terminal/node/ask.js';
import { formatTidyOrder } from '../tidy-up.js';
import type { TidyOrder } from '../tidy-up.js';

/**
 * Outside the local environment somebody has to say yes to what is thrown away: `--confirm`, or y on a terminal.
 * @throws PluginError NZ9015 for anything else.
 */
export async function confirmTidying(
  order: TidyOrder,
  { name, apiUrl }: Environment,
  confirm: boolean,
): Promise<void> {
  if (name === 'local' || confirm) return;
  const what = formatTidyOrder(order);
  if (isYes(await ask(`Using the ${name} environment: ${apiUrl}\nFor good: ${what}? (y/N) `)))
    return;
  throw new PluginError([
    {
      code: 'NZ9015',
      severity: 'error',
      message: `Nobody confirmed to ${what} on ${name}. Nothing was sent.`,
      cure: 'Answer y on a terminal, or pass --confirm.',
    },
  ]);
}
