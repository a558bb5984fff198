import * as v from 'valibot';
import { DepositError } from '../deposit-error.js';
import { releasePlaceEntries } from '../release/release-place.js';
import type { SavedReceipt } from './deposit-receipt.js';

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Expected a SHA-256.'));
const md5 = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, 'Expected an md5.'));

const receiptSchema = v.object({
  ...releasePlaceEntries,
  recordId: v.pipe(v.number(), v.integer(), v.minValue(1)),
  doi: v.string(),
  conceptDoi: v.nullable(v.string()),
  recordUrl: v.string(),
  files: v.array(v.object({ key: v.string(), size: v.number(), sha256, md5 })),
  chain: v.object({
    signatureSha256: sha256,
    manifestSha256: sha256,
    metadataSha256: sha256,
    bundleSha256: sha256,
  }),
  skippedRehearsal: v.nullable(v.string()),
  differences: v.array(
    v.object({
      field: v.string(),
      sent: v.optional(v.unknown()),
      returned: v.optional(v.unknown()),
    }),
  ),
  answerTo: v.picklist(['publish', 'read']),
  answer: v.unknown(),
});

/**
 * Text of the receipt file. The outcome of the run is left out, so that a second run that changes nothing
 * leaves the file as it is.
 */
export function formatReceipt(receipt: SavedReceipt): string {
  const saved: SavedReceipt = {
    schemaVersion: 1,
    release: receipt.release,
    environment: receipt.environment,
    depositionId: receipt.depositionId,
    recordId: receipt.recordId,
    doi: receipt.doi,
    conceptDoi: receipt.conceptDoi,
    conceptRecordId: receipt.conceptRecordId,
    recordUrl: receipt.recordUrl,
    files: receipt.files,
    chain: receipt.chain,
    skippedRehearsal: receipt.skippedRehearsal,
    differences: receipt.differences,
    answerTo: receipt.answerTo,
    answer: receipt.answer,
  };
  return `${JSON.stringify(saved, null, 2)}\n`;
}

/**
 * Decodes the value of a receipt file.
 *
 * @throws DepositError NZ6013 with every member that is missing or wrong
 */
export function decodeReceipt(json: unknown): SavedReceipt {
  const result = v.safeParse(receiptSchema, json);
  if (result.success) {
    const { differences, ...rest } = result.output;
    return {
      ...rest,
      differences: differences.map(({ field, sent, returned }) => ({ field, sent, returned })),
    };
  }
  const [first, ...others] = result.issues.map((issue) => ({
    code: 'NZ6013' as const,
    severity: 'error' as const,
    message: `The receipt cannot be read: ${issue.message}`,
    cure: 'Restore it from version control, or delete it: the record is then found by its content.',
    place: { field: v.getDotPath(issue) ?? '' },
  }));
  throw new DepositError([first!, ...others]);
}
