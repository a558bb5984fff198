import type { Reservation, SavedReceipt } from '@nx-zenodo/deposit';

/**
 * The DOIs under which this release and its other versions are or were known: what receipts and a reservation say,
 * rehearsals included. A badge of one of them is a badge of this record.
 */
export function ownDois(
  receipts: readonly SavedReceipt[],
  reservation: Reservation | null = null,
): readonly string[] {
  const known = [...receipts, ...(reservation === null ? [] : [reservation])];
  const dois = known.flatMap(({ doi, conceptDoi }) => [doi, conceptDoi]);
  return [...new Set(dois.filter((doi) => doi !== null))];
}
