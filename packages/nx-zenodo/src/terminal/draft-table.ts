import type { OpenDraft, OwnRecord } from '@nx-zenodo/deposit';
import { byteCount } from './byte-count.js';

/** Open drafts and edits as lines of a table; ids first, because `--discard` takes them. */
export function formatDraftTable(drafts: readonly OpenDraft[]): string {
  if (drafts.length === 0) return 'No open drafts.';
  const rows = drafts.map((draft) => [
    String(draft.depositionId),
    draft.kind,
    draft.modified.slice(0, 10),
    `${draft.files} files, ${byteCount(draft.bytes)}`,
    [draft.title || '(no title)', draft.version].filter((text) => text !== '').join(', '),
  ]);
  return table(rows);
}

/** Published records as lines of a table; ids first, because `--removeRecords` takes them. */
export function formatRecordTable(records: readonly OwnRecord[]): string {
  if (records.length === 0) return 'No published records.';
  return table(
    records.map((record) => [
      String(record.recordId),
      'record',
      record.created.slice(0, 10),
      record.doi,
      [record.title, record.version].filter((text) => text !== '').join(', '),
    ]),
  );
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
