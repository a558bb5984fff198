import { basename } from 'node:path';
import type { Reservation } from '@nx-zenodo/deposit';
import { formatCitation } from '@nx-zenodo/metadata';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import type { CitationView } from '@nx-zenodo/record-page';
import { readReservation } from '../../receipt/node/read-receipts.js';
import { environmentOrder } from '../../receipt/receipt-path.js';
import { readReceiptFamily } from '../../receipt/node/read-family.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import type { PreviewFacts } from '../preview-facts.js';
import { readPreviewFiles } from './read-files.js';
import { readGithubFacts } from './read-github.js';
import { readPreviewMetadata } from './read-metadata.js';

/** Reads everything that the preview of a release shows; asks nobody on the network. */
export async function readPreviewFacts(config: ReleaseConfig): Promise<PreviewFacts> {
  const resolved = await readPreviewMetadata(config);
  const { files, isBundled, findings } = await readPreviewFiles(config);
  const reservation = await reservationOf(config);
  return {
    project: basename(config.root),
    today: new Date().toISOString().slice(0, 10),
    tag: config.tag,
    deposit: resolved.merged.deposit,
    isRefused: resolved.isRefused,
    findings: [...resolved.findings, ...findings],
    files,
    isBundled,
    citations: await citationsOf(resolved.metadata, reservation),
    reservation,
    github: await readGithubFacts(config, resolved),
    receipts: await readReceiptFamily(config),
  };
}

async function reservationOf(config: ReleaseConfig): Promise<Reservation | null> {
  for (const environment of [...environmentOrder].reverse()) {
    const reservation = await readReservation(config, environment);
    if (reservation !== null) return reservation;
  }
  return null;
}

// A citation needs its DOI: before one is reserved there is none to show.
async function citationsOf(
  metadata: ReleaseMetadata | null,
  reservation: Reservation | null,
): Promise<readonly CitationView[]> {
  if (metadata === null || reservation === null) return [];
  const { deposit } = metadata;
  const { doi } = reservation;
  const text = async (style: 'apa' | 'bibtex') =>
    (await formatCitation({ deposit, doi, style })).trim();
  return [
    { style: 'apa', label: 'APA', text: await text('apa') },
    { style: 'bibtex', label: 'BibTeX', text: await text('bibtex') },
  ];
}
