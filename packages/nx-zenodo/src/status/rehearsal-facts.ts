import type { SavedReceipt } from '@nx-zenodo/deposit';
import type { Rehearsal } from '@nx-zenodo/finalize';

/** Digests of the release as it stands; null for a bundle that was not made. */
export interface ReleaseDigests {
  readonly signatureSha256: string;
  readonly bundleSha256: string | null;
}

/**
 * The rehearsal that counts: a publication outside of production of exactly this, else the last one. The receipts are
 * those of one version.
 */
export function chosenRehearsal(
  receipts: readonly SavedReceipt[],
  digests: ReleaseDigests,
): Rehearsal | null {
  const rehearsals = receipts
    .filter(({ environment }) => environment.name !== 'production')
    .map(({ environment, chain }) => ({
      environment: environment.name,
      signatureSha256: chain.signatureSha256,
      bundleSha256: chain.bundleSha256,
    }));
  const isThis = (one: Rehearsal) =>
    one.signatureSha256 === digests.signatureSha256 &&
    (digests.bundleSha256 === null || one.bundleSha256 === digests.bundleSha256);
  return rehearsals.find(isThis) ?? rehearsals.at(-1) ?? null;
}
