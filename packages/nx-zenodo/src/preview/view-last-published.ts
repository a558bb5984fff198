import { isObject } from '@nx-zenodo/zenodo-api';
import type { SavedReceipt } from '@nx-zenodo/deposit';
import { takeDeposit } from '@nx-zenodo/metadata';
import type { PreviewOutcome } from '@nx-zenodo/record-page';
import { statedCommunities, viewDraft } from './view-draft.js';

// What was published for good says more than a rehearsal, however new that is.
const weight = ['local', 'sandbox', 'production'];

const member = (value: unknown, name: string): unknown =>
  isObject(value) ? value[name] : undefined;

const publishedAt = ({ answer }: SavedReceipt): string => String(member(answer, 'created') ?? '');

/** The receipt of the last published version: of the gravest environment, its newest. */
export function lastReceipt(receipts: readonly SavedReceipt[]): SavedReceipt | null {
  const rank = ({ environment }: SavedReceipt) => weight.indexOf(environment.name);
  const order = (a: SavedReceipt, b: SavedReceipt) =>
    rank(b) - rank(a) || publishedAt(b).localeCompare(publishedAt(a)) || b.recordId - a.recordId;
  return [...receipts].sort(order)[0] ?? null;
}

/** The last published version as Zenodo answered when it was published. */
export function viewLastPublished(receipt: SavedReceipt | null, today: string): PreviewOutcome {
  if (receipt === null) return { kind: 'absent', message: 'Nothing has been published yet.' };
  const metadata = member(receipt.answer, 'metadata');
  if (!isObject(metadata)) {
    const message = `The receipt of ${receipt.doi} holds no metadata of the record.`;
    return { kind: 'absent', message };
  }
  const record = viewDraft(takeDeposit(metadata, today).draft, statedCommunities(metadata));
  const { recordId, doi, conceptDoi, files } = receipt;
  return {
    kind: 'record',
    record: {
      ...record,
      id: String(recordId),
      files: files.map(({ key, size, md5, sha256 }) => ({ key, size, md5, sha256 })),
      doi: { value: doi },
      ...(conceptDoi === null ? {} : { conceptDoi: { value: conceptDoi } }),
      doiState: 'registered',
    },
  };
}
