import type { ChangedFile, ManifestDifference } from './manifest-difference.js';

/** The difference as a table for a terminal: what, before, after; one line when there is none. */
export function formatDifference(difference: ManifestDifference): string {
  if (difference.same) return 'The manifests are the same.';
  const rows = [
    ...difference.fields.map(({ field, before, after }) => [field, show(before), show(after)]),
    ...difference.files.map(fileRow),
    ...difference.checks.map(({ name, before, after }) => [
      `check ${name}`,
      show(before),
      show(after),
    ]),
  ];
  const table = formatTable([['', 'before', 'after'], ...rows]);
  return `${table}\n${difference.unchangedFiles} files unchanged`;
}

function fileRow(file: ChangedFile): string[] {
  switch (file.change) {
    case 'added':
      return [`+ ${file.path}`, '', facts(file.after)];
    case 'removed':
      return [`- ${file.path}`, facts(file.before), ''];
    case 'changed':
      return [`~ ${file.path}`, facts(file.before), facts(file.after)];
    case 'renamed':
      return [`> ${file.path}`, file.from, facts(file.after)];
  }
}

const facts = (file: { size: number; sha256: string; role: string }) =>
  `${file.size} B ${file.sha256.slice(0, 12)} ${file.role}`;
const show = (value: string | number | null) => (value === null ? '–' : String(value));

function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  const pad = (cell: string, column: number) =>
    cell + ' '.repeat((widths[column] ?? 0) - [...cell].length);
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
