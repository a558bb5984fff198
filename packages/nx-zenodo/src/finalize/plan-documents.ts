import type { Reservation, SavedReceipt } from '@nx-zenodo/deposit';
import {
  finalizeDocuments,
  planFinalize,
  publishedRelease,
  readDocuments,
} from '@nx-zenodo/finalize';
import type { Citation, FinalizeChoice, FinalizePlan, PublishedRelease } from '@nx-zenodo/finalize';
import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { formatCitation } from '@nx-zenodo/metadata';
import { readRepositoryPath } from '../git/node/git.js';
import { readReceiptFamily } from '../receipt/node/read-family.js';
import { readReservation } from '../receipt/node/read-receipts.js';
import type { KnownReceipt } from '../receipt/node/read-receipts.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { ownDois } from './own-dois.js';

/** What is said of a release once it is published, in its documents and on its page. */
export interface PublishedFacts {
  readonly published: PublishedRelease;
  /** Null for an archive: it is told by its tag, and its checksum list is in no tree. */
  readonly manifest: ReleaseManifest | null;
  readonly citation: Citation | null;
  /** Folder of the release in its repository, POSIX, `.` for the top. */
  readonly releaseRoot: string;
  /** DOIs of this record and its other versions, as far as the checkout knows them. */
  readonly ownDois: readonly string[];
}

/**
 * What receipts and git tell of a published release; `manifest` is the one that was published with it.
 * @throws FinalizeError NZ8002 when the receipt holds no DOI.
 */
export async function readPublishedFacts(
  config: ReleaseConfig,
  receipt: KnownReceipt,
  manifest: ReleaseManifest | null,
): Promise<PublishedFacts> {
  const { name } = receipt.environment;
  const family = await readReceiptFamily(config);
  return {
    published: publishedRelease(receipt),
    manifest,
    citation: await citationOf(receipt),
    releaseRoot: (await readRepositoryPath(config.root)) ?? '.',
    ownDois: ownDois([...family, receipt], await readReservation(config, name)),
  };
}

/** A plan, and the documents that stand. */
export interface PlannedDocuments {
  readonly plan: FinalizePlan;
  /** Paths below the release root. */
  readonly paths: readonly string[];
}

/**
 * What is to be written into the documents of a release once it is published: badge, DOIs, citation,
 * inventory, placeholders; and the documents that stand. Nothing is written here.
 * @throws FinalizeError when a document is refused.
 */
export async function planDocuments(
  config: ReleaseConfig,
  facts: PublishedFacts,
): Promise<PlannedDocuments> {
  const documents = await readDocuments(config.root, finalizeDocuments(choiceOf(config)));
  const plan = planFinalize({
    ...facts,
    documents,
    placeholders: config.finalize.placeholders,
    frozenPaths: facts.manifest?.files.map(({ path }) => path) ?? [],
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
    ownDois: ownDois(await readReceiptFamily(config), reservation),
  });
}

/** The documents that the configuration names. */
export function choiceOf({ finalize, releaseNotes }: ReleaseConfig): FinalizeChoice {
  const asked = Object.entries(finalize).filter(
    ([key, value]) => key !== 'placeholders' && key !== 'forge' && value !== undefined,
  );
  return { ...(releaseNotes === null ? {} : { releaseNotes }), ...Object.fromEntries(asked) };
}

async function citationOf(receipt: SavedReceipt): Promise<Citation | null> {
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
