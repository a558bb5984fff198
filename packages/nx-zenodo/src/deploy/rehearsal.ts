import { checkRehearsal } from '@nx-zenodo/deposit';
import type { ProvedChain } from '../chain/gate.js';
import type { Environment } from '../environment/environment.js';
import { PluginError } from '../plugin-error.js';
import { readReceipts } from '../receipt/node/read-receipts.js';
import type { ReleaseConfig } from '../release-config/release-config.js';

/**
 * Production takes only what was published elsewhere before, byte for byte and word for word, unless a
 * reason is given, which the receipt keeps.
 * @throws PluginError with NZ6023 when there was no rehearsal of exactly this bundle.
 */
export async function mustBeRehearsed(
  config: ReleaseConfig,
  chain: ProvedChain,
  environment: Environment,
  skipRehearsal: string | undefined,
): Promise<void> {
  if (environment.name !== 'production' || skipRehearsal !== undefined) return;
  const { origin } = new URL(environment.apiUrl);
  const finding = checkRehearsal(chain.bundle, await readReceipts(config), origin);
  if (finding !== null) throw PluginError.of([finding]);
}
