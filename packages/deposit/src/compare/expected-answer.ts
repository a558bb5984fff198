import { decodeDepositBody, toDepositMetadata } from '@nx-zenodo/zenodo-api';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';

/**
 * The metadata as Zenodo would give it back, or undefined where it would refuse it. The date and the ids stand
 * for anything: where they are not sent they are not compared.
 */
export function expectedAnswer(
  sent: DepositMetadata,
): Readonly<Record<string, unknown>> | undefined {
  const decoded = decodeDepositBody({ metadata: sent }, { today: '1970-01-01' });
  if (!decoded.ok) return undefined;
  return { ...toDepositMetadata(decoded.draft, { recid: 0, doi: sent.doi ?? null }) };
}
