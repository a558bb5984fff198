import type { Reservation, SavedReceipt } from '@nx-zenodo/deposit';
import {
  finalizeDocuments,
  planFinalize,
  publishedRelease,
  readDocuments,
} from '@nx-zenodo/finalize';
import type { FinalizeChoice, FinalizePlan } from '@nx-zenodo/finalize';
import { parseManifest } from '@nx-zenodo/manifest';
import { formatCitation } from '@nx-zenodo/metadata';
import { readOutput } from '../chain/release-output.js';
import type { ReleaseConfig } from '../release-config/release-config.js';

/**
 * What is to be written into the documents of a release once it is published: badge, DOIs, citation,
 * inventory, placeholders; and the documents that stand. Nothing is written here.
 * @throws FinalizeError when a document is refused, ManifestError when the manifest is none.
 */
export async function planDocuments(
  config: ReleaseConfig,
  receipt: SavedReceipt,
): Promise<{ readonly plan: FinalizePlan; readonly paths: readonly string[] }> {
  const published = publishedRelease(receipt);
  const manifest = parseManifest(await readOutput(config.root, 'manifest'));
  const documents = await readDocuments(config.root, finalizeDocuments(choiceOf(config)));
  const plan = planFinalize({
    published,
    manifest,
    citation: await citationOf(receipt),
    documents,
    placeholders: config.finalize.placeholders,
    frozenPaths: manifest.files.map(({ path }) => path),
  });
  return { plan, paths: documents.filter(({ text }) => text !== null).map(({ path }) => path) };
}

/**
 * What is to be written into the documents before the freeze, once the version DOI is reserved. The
 * concept DOI of a first version is not known yet, and none is guessed: the version DOI stands for it.
 */
export async function planReservation(
  config: ReleaseConfig,
  reservation: Reservation,
  publicationDate: string | null,
): Promise<FinalizePlan> {
  const { release, environment, doi, conceptDoi, url } = reservation;
  return planFinalize({
    published: {
      ...release,
      doi,
      conceptDoi: conceptDoi ?? doi,
      recordUrl: url,
      site: environment.origin,
      publicationDate,
      files: [],
    },
    documents: await readDocuments(config.root, finalizeDocuments(choiceOf(config))),
    placeholders: config.finalize.placeholders,
  });
}

function choiceOf({ finalize, releaseNotes }: ReleaseConfig): FinalizeChoice {
  const asked = Object.entries(finalize).filter(
    ([key, value]) => key !== 'placeholders' && value !== undefined,
  );
  return { ...(releaseNotes === null ? {} : { releaseNotes }), ...Object.fromEntries(asked) };
}

async function citationOf(receipt: SavedReceipt) {
  const deposit = metadataOf(receipt.answer);
  if (deposit === null) return null;
  const { doi } = receipt;
  return {
    text: await formatCitation({ deposit, doi, style: 'apa' }),
    bibtex: await formatCitation({ deposit, doi, style: 'bibtex' }),
  };
}

function metadataOf(answer: unknown): Record<string, never> | null {
  if (typeof answer !== 'object' || answer === null || !('metadata' in answer)) return null;
  const { metadata } = answer;
  return typeof metadata === 'object' ? (metadata as Record<string, never> | null) : null;
}
