import type { JsonObject } from '../model/json.js';
import { isJsonObject } from '../model/json.js';

/** Columns of the simple form, in this order (invenio-rdm-records, resources/config). */
const simpleColumns = [
  'id',
  'created',
  'pids.doi.identifier',
  'metadata.title',
  'metadata.description',
  'metadata.resource_type.title.en',
  'metadata.publication_date',
  'metadata.creators.person_or_org.type',
  'metadata.creators.person_or_org.name',
  'metadata.rights.id',
];

/** Every leaf of the records as a column, named by its path with the indices of lists. */
export function formatFullCsv(records: readonly object[]): string {
  const rows = records.map((record) => new Map(leavesOf(record, '')));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort();
  return formatRows(columns, rows);
}

/** The ten columns that people ask for; the values of a list stand below each other in one cell. */
export function formatSimpleCsv(records: readonly object[]): string {
  const rows = records.map(
    (record) => new Map(simpleColumns.map((path) => [path, valuesAt(record, path).join('\n')])),
  );
  return formatRows(simpleColumns, rows);
}

function* leavesOf(value: unknown, path: string): Generator<[string, string]> {
  const below = (name: string | number) => (path === '' ? `${name}` : `${path}.${name}`);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* leavesOf(item, below(index));
  } else if (isJsonObject(value)) {
    for (const [name, item] of Object.entries(value)) yield* leavesOf(item, below(name));
  } else if (value !== undefined) yield [path, cellOf(value)];
}

function valuesAt(record: object, path: string): string[] {
  let found: unknown[] = [record];
  for (const name of path.split('.')) {
    found = found.flatMap((item) => {
      const inner = isJsonObject(item) ? (item as JsonObject)[name] : undefined;
      return inner === undefined ? [] : Array.isArray(inner) ? (inner as unknown[]) : [inner];
    });
  }
  return found.map(cellOf);
}

// As Python's csv module writes them: None is empty, booleans have a capital.
function cellOf(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

function formatRows(columns: readonly string[], rows: readonly ReadonlyMap<string, string>[]) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

// RFC 4180, section 2.
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
