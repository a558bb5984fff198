import type { ReleaseMetadata } from '../release-metadata.js';

const clip = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text;

const printed = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/\s+/g, ' ');

/** The resolved fields as a table: value, where it came from, by which rule, and what lost against it. */
export function formatOrigins(metadata: Pick<ReleaseMetadata, 'deposit' | 'origins'>): string {
  const deposit = metadata.deposit as Readonly<Record<string, unknown>>;
  const rows = metadata.origins.map(({ field, source, line, rule, lost }) => [
    field,
    clip(printed(deposit[field]), 44),
    line === null ? source : `${source}:${line}`,
    rule,
    lost.map(({ source: loser, value }) => `${loser}: ${clip(value, 30)}`).join('; ') || '-',
  ]);
  const table = [['FIELD', 'VALUE', 'FROM', 'RULE', 'LOST'], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => [...(row[column] ?? '')].length)),
  );
  const pad = (text: string, width: number) =>
    text + ' '.repeat(Math.max(0, width - [...text].length));
  return table
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
