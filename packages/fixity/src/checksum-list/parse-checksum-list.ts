import type { FixityFinding } from '../findings/fixity-error.js';
import type { ChecksumEntry } from './checksum-entry.js';
import { ChecksumListParser } from './list-parser.js';

/** A checksum list as it was read: what it promises, and what is wrong with it. */
export interface ParsedChecksumList {
  /** In the order of the list. */
  readonly entries: readonly ChecksumEntry[];
  /** Malformed lines, refused paths, weak digests. */
  readonly findings: readonly FixityFinding[];
}

/** Reads a whole checksum list; `file` is the name that findings point at. */
export function parseChecksumList(list: string | Uint8Array, file = '-'): ParsedChecksumList {
  const entries: ChecksumEntry[] = [];
  const findings: FixityFinding[] = [];
  const parser = new ChecksumListParser(file, {
    entry: (entry) => void entries.push(entry),
    finding: (finding) => void findings.push(finding),
  });
  parser.push(typeof list === 'string' ? new TextEncoder().encode(list) : list);
  parser.end();
  return { entries, findings };
}
