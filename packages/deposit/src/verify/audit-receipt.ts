import { ZenodoError } from '@nx-zenodo/zenodo-client';
import type { ZenodoClient } from '@nx-zenodo/zenodo-client';
import { compareMetadata } from '../compare/compare-metadata.js';
import type { MetadataDifference } from '../compare/compare-metadata.js';
import { DepositError, stop } from '../deposit-error.js';
import type { DepositFinding } from '../deposit-error.js';
import type { Report } from '../deposit-event.js';
import type { SavedReceipt } from '../receipt/deposit-receipt.js';
import type { RecordVerification } from './record-verification.js';
import { fileFindings, verifyFiles } from './verify-files.js';

/**
 * Proves, any day later and from the receipt alone, that a record still serves what was published: every file is
 * downloaded and its SHA-256 compared; DOI and metadata are held against the answer that the receipt keeps.
 *
 * @throws DepositError NZ6018 where the receipt is of another service
 */
export async function auditReceipt(
  client: ZenodoClient,
  receipt: SavedReceipt,
  report: Report = () => undefined,
): Promise<RecordVerification> {
  if (receipt.environment.origin !== client.origin) throw otherService(receipt, client.origin);
  const record = await client.readRecord(receipt.recordId);
  const files = await verifyFiles(client, record, receipt.files, report);
  const { metadata, findings } = await metadataSince(client, receipt);
  const doiState = await client.readDoiState(receipt.doi);
  report({ kind: 'doi-state', doi: receipt.doi, state: doiState });
  return {
    recordId: record.id,
    recordUrl: record.html,
    doi: receipt.doi,
    doiState,
    files,
    metadata,
    findings: [
      ...fileFindings(record, files),
      ...(record.doi === receipt.doi ? [] : [otherDoi(receipt, record.doi)]),
      ...findings,
    ],
  };
}

// Only who may edit the record can read it in the schema in which it was sent. While an edit is open, that
// answer shows the edit and not what is published.
async function metadataSince(
  client: ZenodoClient,
  receipt: SavedReceipt,
): Promise<Pick<RecordVerification, 'metadata' | 'findings'>> {
  const then = metadataOf(receipt.answer);
  if (then === undefined) return notCompared;
  try {
    const { value } = await client.readDeposition(receipt.depositionId);
    const differences = compareMetadata(then, value.metadata, value.modified);
    if (value.state !== 'done' && differences.length > 0) {
      return { metadata: null, findings: [editIsOpen(receipt, differences)] };
    }
    return {
      metadata: differences,
      findings: differences.map((difference) => metadataFinding(receipt, difference)),
    };
  } catch (error) {
    if (error instanceof ZenodoError && error.code === 'NZ5003') return notCompared;
    throw error;
  }
}

const notCompared = { metadata: null, findings: [] } as const;

function metadataOf(answer: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof answer !== 'object' || answer === null || !('metadata' in answer)) return undefined;
  const { metadata } = answer;
  return typeof metadata === 'object' && metadata !== null
    ? (metadata as Readonly<Record<string, unknown>>)
    : undefined;
}

function metadataFinding(receipt: SavedReceipt, difference: MetadataDifference): DepositFinding {
  const { field, sent, returned } = difference;
  return {
    code: 'NZ6019',
    severity: 'warning',
    message: `The metadata of record ${receipt.recordId} was changed since: it was ${shown(sent)}, it is ${shown(returned)}.`,
    cure: 'If the change was not meant, deploy the release again: the record is edited, its DOI stays.',
    place: { field: `metadata.${field}` },
  };
}

function editIsOpen(
  receipt: SavedReceipt,
  differences: readonly MetadataDifference[],
): DepositFinding {
  const fields = differences.map(({ field }) => field).join(', ');
  return {
    code: 'NZ6005',
    severity: 'warning',
    message: `An edit of record ${receipt.recordId} is open that changes ${fields}. Until it is published or discarded, the published metadata cannot be compared.`,
    cure: 'Publish or discard the edit on the site, then audit again.',
  };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function otherDoi(receipt: SavedReceipt, doi: string | undefined): DepositFinding {
  return stop(
    'NZ6012',
    `Record ${receipt.recordId} has the DOI ${doi ?? 'none'}, published was ${receipt.doi}.`,
    'Check that the receipt belongs to this record.',
  );
}

function otherService(receipt: SavedReceipt, origin: string): DepositError {
  const { name, origin: written } = receipt.environment;
  return new DepositError([
    stop(
      'NZ6018',
      `The receipt is of ${written} (${name}), asked was ${origin}.`,
      `Audit it in the environment ${name}.`,
    ),
  ]);
}
