import type { FileValue } from './declared-check.js';
import { locate } from './json/json-pointer.js';
import { parseJson } from './json/json-text.js';
import { roundDecimals, sum } from './json/number.js';
import type { Line, ReleaseFiles } from './release-files.js';
import { refuse } from './validation-error.js';

/** True for the names that hold newline-delimited JSON. */
export const isLedger = (path: string) => /\.(ndjson|jsonl)$/i.test(path);

/** Reads a JSON file. Throws ValidationError NZ2205 with line and column. */
export async function readJson(files: ReleaseFiles, path: string): Promise<unknown> {
  const parsed = parseJson(await files.read(path));
  if (parsed.ok) return parsed.value;
  const { line, column, problem } = parsed;
  return refuse('NZ2205', `The file is not valid JSON: ${problem}.`, { file: path, line, column });
}

/** The entry on a line of a ledger, or undefined for a blank line. Throws ValidationError NZ2208. */
export function parseEntry(path: string, line: Line): { readonly value: unknown } | undefined {
  if (line.bytes.every((byte) => byte === 0x20 || byte === 0x09)) return undefined;
  const parsed = parseJson(line.bytes);
  if (parsed.ok) return { value: parsed.value };
  return refuse('NZ2208', `The line is not one JSON value: ${parsed.problem}.`, {
    file: path,
    line: line.number,
    column: parsed.column,
  });
}

/** The value that an operand points at, reduced and rounded as it asks. Throws ValidationError. */
export async function readFileValue(files: ReleaseFiles, from: FileValue): Promise<unknown> {
  const whole = isLedger(from.file)
    ? await readEntries(files, from.file)
    : await readJson(files, from.file);
  const located = locate(whole, from.pointer);
  if (!located.found) {
    return refuse('NZ2212', `Nothing stands at ${show(from.pointer)}.`, placeOf(from));
  }
  const value = from.reduce === undefined ? located.value : reduce(located.value, from);
  if (from.decimals === undefined) return value;
  if (typeof value !== 'number') {
    return refuse('NZ2214', 'A value that is no number cannot be rounded.', placeOf(from));
  }
  return roundDecimals(value, from.decimals);
}

async function readEntries(files: ReleaseFiles, path: string): Promise<unknown[]> {
  const entries: unknown[] = [];
  for await (const line of files.readLines(path)) {
    const entry = parseEntry(path, line);
    if (entry !== undefined) entries.push(entry.value);
  }
  return entries;
}

function reduce(value: unknown, from: FileValue): number {
  if (typeof value !== 'object' || value === null) {
    return refuse('NZ2214', 'Only an array or an object can be reduced.', placeOf(from));
  }
  const elements: readonly [string, unknown][] = Object.entries(value);
  if (from.reduce === 'length') return elements.length;
  const numbers = elements.map(([key, element]) => numberOf(key, element, from));
  if (from.reduce === 'sum') return sum(numbers);
  if (numbers.length === 0) {
    return refuse('NZ2214', `An empty list has no ${from.reduce}.`, placeOf(from));
  }
  if (from.reduce === 'mean') return sum(numbers) / numbers.length;
  return numbers.reduce((a, b) => (from.reduce === 'min' ? Math.min(a, b) : Math.max(a, b)));
}

function numberOf(key: string, element: unknown, from: FileValue): number {
  const each = from.each ?? '';
  const field = `${from.pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}${each}`;
  const located = locate(element, each);
  if (!located.found) {
    return refuse('NZ2212', `Nothing stands at ${field}.`, { file: from.file, field });
  }
  if (typeof located.value === 'number') return located.value;
  return refuse('NZ2214', `The value at ${field} is no number.`, { file: from.file, field });
}

const placeOf = (from: FileValue) => ({ file: from.file, field: from.pointer });
const show = (pointer: string) => (pointer === '' ? 'the root of the file' : pointer);
