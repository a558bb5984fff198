import type { LineEntry, LineReading } from './checksum-line.js';
import { readName } from './checksum-line.js';

const algorithms = ['sha256', 'sha512'];

/** The columns of a hashdeep file, from its second `%%%%` line; undefined when the line is something else. */
export function hashdeepColumns(line: string): readonly string[] | undefined {
  const columns = /^%%%% (size(?:,[a-z0-9]+)*,filename)$/.exec(line)?.[1];
  return columns?.split(',');
}

/** True for the line that a hashdeep file begins with. */
export function isHashdeepHead(line: string): boolean {
  return /^%%%% HASHDEEP-\d/.test(line);
}

/** Reads one line below the columns: size and digests by their column, the rest is the name, commas and all. */
export function parseHashdeepLine(line: string, columns: readonly string[]): LineReading {
  if (line.trim() === '' || line.startsWith('#')) return { kind: 'blank' };
  const parts = line.split(',');
  const name = parts.slice(columns.length - 1).join(',');
  const size = Number(parts[0]);
  if (name === '' || !/^\d{1,15}$/.test(parts[0] ?? '')) {
    return { kind: 'malformed', reason: `it has not the columns ${columns.join(',')}` };
  }
  const entries: LineEntry[] = [];
  for (const [at, algorithm] of columns.entries()) {
    if (!algorithms.includes(algorithm)) continue;
    const digest = parts[at] ?? '';
    if (!/^[0-9a-f]+$/i.test(digest))
      return { kind: 'malformed', reason: `its ${algorithm} is no hex` };
    const reading = readName(algorithm, digest, name, false);
    if (reading.kind !== 'entries') return reading;
    entries.push(...reading.entries.map((entry) => ({ ...entry, size })));
  }
  if (entries.length > 0) return { kind: 'entries', entries };
  return { kind: 'unsupported', algorithm: columns.slice(1, -1).join(' and ') || 'none', name };
}
