import type { Reservation } from '@nx-zenodo/deposit';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';

/**
 * The DOI under which the release is or will be cited, null while none is known: the one that somebody else
 * minted, else the one that is reserved in production. A rehearsal's DOI leads nowhere, and none is guessed.
 */
export function knownDoi(
  deposit: ReleaseMetadata['deposit'],
  reservation: Reservation | null,
): string | null {
  if (deposit.doi !== undefined && deposit.doi !== '') return deposit.doi;
  return reservation?.environment.name === 'production' ? reservation.doi : null;
}
