import { bundleSha256 } from '@nx-zenodo/bundle';
import type { Bundle } from '@nx-zenodo/bundle';
import { compareMetadata } from '../compare/compare-metadata.js';
import { DepositError, stop } from '../deposit-error.js';
import type { DesiredDeposit } from '../release/desired-deposit.js';
import type { Published } from '../apply/publish-once.js';
import type { DepositReceipt } from './deposit-receipt.js';

/** Where the record was published. */
export interface ReceiptPlace {
  readonly environment: string;
  readonly origin: string;
  readonly skippedRehearsal: string | null;
}

/** What a receipt holds together: what was wanted, what was sent, and what Zenodo answered. */
export interface ReceiptFacts {
  readonly desired: DesiredDeposit;
  readonly bundle: Bundle;
  readonly place: ReceiptPlace;
  readonly published: Published;
  readonly outcome: DepositReceipt['outcome'];
}

/**
 * The receipt of a published deposition.
 *
 * @throws DepositError NZ6012 where Zenodo names no DOI for it
 */
export function buildReceipt({
  desired,
  bundle,
  place,
  published,
  outcome,
}: ReceiptFacts): DepositReceipt {
  const { deposition, answerTo, answer } = published;
  const { id, doi, conceptDoi, conceptRecordId } = deposition;
  if (doi === undefined) throw withoutDoi(id);
  return {
    schemaVersion: 1,
    outcome,
    release: desired.release,
    environment: { name: place.environment, origin: place.origin },
    depositionId: id,
    recordId: id,
    doi,
    conceptDoi: conceptDoi ?? null,
    conceptRecordId,
    recordUrl: deposition.links.html,
    files: bundle.entries.map(({ key, size, sha256, md5 }) => ({ key, size, sha256, md5 })),
    chain: {
      signatureSha256: bundle.signatureSha256,
      manifestSha256: bundle.manifestSha256,
      metadataSha256: bundle.metadataSha256,
      bundleSha256: bundleSha256(bundle),
    },
    skippedRehearsal: place.skippedRehearsal,
    differences: compareMetadata(desired.metadata, deposition.metadata, deposition.modified),
    answerTo,
    answer,
  };
}

function withoutDoi(id: number): DepositError {
  return new DepositError([
    stop(
      'NZ6012',
      `Deposition ${id} is published, and Zenodo names no DOI for it.`,
      'Look at the record on the site; run again to have the receipt written once the DOI is there.',
    ),
  ]);
}
