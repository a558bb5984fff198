import type { FixityFinding } from '../findings/fixity-error.js';
import type { ChecksumEntry } from './checksum-entry.js';
import { ChecksumListParser } from './list-parser.js';
import type { ListSink } from './list-parser.js';

/** A checksum list as it was read: what it promises, and what is wrong with it. */
export interface ParsedChecksumList {
  /** In the order of the list. */
  readonly entries: readonly ChecksumEntry[];
  /** Malformed lines, refused paths, weak digests. */
  readonly findings: readonly FixityFinding[];
}

/** Keeps what a parser reads, for lists that fit the memory. */
export class EntryCollector implements ListSink, ParsedChecksumList {
  readonly entries: ChecksumEntry[] = [];
  readonly findings: FixityFinding[] = [];

  entry(entry: ChecksumEntry): void {
    this.entries.push(entry);
  }

  finding(finding: FixityFinding): void {
    this.findings.push(finding);
  }
}

/**
 * Reads a whole checksum list: coreutils, BSD tags, openssl, rhash, hashdeep; a BagIt manifest when `file`, the
 * name that findings point at, is that of one.
 */
export function parseChecksumList(list: string | Uint8Array, file = '-'): ParsedChecksumList {
  const collector = new EntryCollector();
  const parser = new ChecksumListParser(file, collector);
  parser.push(typeof list === 'string' ? new TextEncoder().encode(list) : list);
  parser.end();
  return { entries: collector.entries, findings: collector.findings };
}
