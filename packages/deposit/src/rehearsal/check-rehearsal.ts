import { bundleSha256 } from '@nx-zenodo/bundle';
import type { Bundle } from '@nx-zenodo/bundle';
import { stop } from '../deposit-error.js';
import type { DepositFinding } from '../deposit-error.js';
import type { SavedReceipt } from '../receipt/deposit-receipt.js';

/**
 * Whether exactly this bundle, which names the digest of its metadata, was published elsewhere before: one of the
 * receipts has the same digest and is of another service than `origin`. Answers the finding that stops, or null.
 */
export function checkRehearsal(
  bundle: Bundle,
  receipts: readonly SavedReceipt[],
  origin: string,
): DepositFinding | null {
  const digest = bundleSha256(bundle);
  const elsewhere = receipts.filter((receipt) => receipt.environment.origin !== origin);
  if (elsewhere.some((receipt) => receipt.chain.bundleSha256 === digest)) return null;
  const last = elsewhere.at(-1);
  const what =
    last === undefined
      ? 'no receipt of a rehearsal was found'
      : `the rehearsal on ${last.environment.name} published ${last.chain.bundleSha256.slice(0, 12)}…`;
  return stop(
    'NZ6023',
    `The bundle ${digest.slice(0, 12)}… was not published to a test service before: ${what}.`,
    'Deploy it to local or sandbox first, or skip the rehearsal with a reason, which is recorded.',
  );
}
