import type { Algorithm, ChecksumEntry } from '../checksum-list/checksum-entry.js';
import type { ListSink } from '../checksum-list/list-parser.js';
import type { FindingCollector } from '../findings/finding-collector.js';
import type { FixityFinding } from '../findings/fixity-error.js';
import { duplicateEntry, listsItself, twinNames } from '../findings/list-findings.js';
import { foldCase } from '../release-path/case-fold.js';
import { HashJobBuilder } from './hashing/hash-job.js';
import type { HashJob } from './hashing/hash-job.js';
import type { RowRange } from '../shard/shard-range.js';

/** What one line promises of one file. */
export interface ListedDigest {
  readonly digest: string;
  readonly line: number;
}

const digestBytes: Readonly<Record<Algorithm, number>> = { sha256: 32, sha512: 64 };

/**
 * The files of a checksum list, one row each, with what the list promises of them: as columns of numbers and bytes,
 * because a list may have a million lines.
 */
export class ListedFiles implements ListSink {
  private readonly rows = new Map<string, number>();
  private readonly builder: HashJobBuilder;
  private readonly digests: Readonly<Record<Algorithm, Buffer>>;
  /** 0 where the algorithm is not listed. */
  private readonly lines: Readonly<Record<Algorithm, Uint32Array>>;
  /** Bytes plus one; 0 where the list says nothing. */
  private readonly sizes: Float64Array;

  /** `listBytes` bounds rows and names: no line is shorter than a digest and a name. */
  constructor(
    base: string,
    private readonly list: string,
    listBytes: number,
    private readonly findings: FindingCollector,
  ) {
    const most = Math.ceil(listBytes / 65);
    this.builder = new HashJobBuilder(base, most, listBytes);
    this.digests = { sha256: Buffer.alloc(most * 32), sha512: Buffer.alloc(most * 64) };
    this.lines = { sha256: new Uint32Array(most), sha512: new Uint32Array(most) };
    this.sizes = new Float64Array(most);
  }

  get count(): number {
    return this.rows.size;
  }

  finding(finding: FixityFinding): void {
    this.findings.add(finding);
  }

  entry(entry: ChecksumEntry): void {
    if (entry.path === this.list) {
      this.findings.add(listsItself({ file: this.list, line: entry.line }));
      return;
    }
    const key = foldCase(entry.path);
    const row = this.rows.get(key);
    if (row === undefined) {
      const added = this.builder.add(entry.path);
      // Made anew from bytes: a slice of the list would keep all of its text in memory.
      this.rows.set(foldCase(this.builder.path(added)), added);
      this.promise(added, entry);
      return;
    }
    const path = this.builder.path(row);
    if (path === entry.path) this.again(row, entry);
    else this.findings.add(twinNames({ file: this.list, line: entry.line }, entry.path, path));
  }

  /** True when the list has this very path. */
  covers(path: string): boolean {
    const row = this.rows.get(foldCase(path));
    return row !== undefined && this.builder.path(row) === path;
  }

  /** The folders that hold the files. */
  folders(): Set<string> {
    const folders = new Set<string>();
    for (const row of this.rows.values()) {
      const path = this.builder.path(row);
      folders.add(path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
    }
    return folders;
  }

  path(row: number): string {
    return this.builder.path(row);
  }

  /** True when nothing is promised of the row by this algorithm, or what was found: one digest each row. */
  agrees(row: number, algorithm: Algorithm, found: Buffer): boolean {
    if (this.lines[algorithm][row] === 0) return true;
    const start = row * digestBytes[algorithm];
    const end = start + digestBytes[algorithm];
    return found.compare(this.digests[algorithm], start, end, start, end) === 0;
  }

  /** What is promised of a row by one algorithm. */
  digest(row: number, algorithm: Algorithm): ListedDigest | undefined {
    const line = this.lines[algorithm][row] ?? 0;
    if (line === 0) return undefined;
    const bytes = digestBytes[algorithm];
    const digest = this.digests[algorithm].toString('hex', row * bytes, (row + 1) * bytes);
    return { digest, line };
  }

  /** The line that lists the row first. */
  line(row: number): number {
    const lines = [this.lines.sha256[row] ?? 0, this.lines.sha512[row] ?? 0].filter((l) => l > 0);
    return Math.min(...lines);
  }

  /** Bytes, where the list says so. */
  size(row: number): number | undefined {
    const size = this.sizes[row] ?? 0;
    return size === 0 ? undefined : size - 1;
  }

  /** The files to hash, all of them or one range; nothing may be added afterwards. */
  job(range?: RowRange): HashJob {
    return this.builder.build(range);
  }

  private promise(row: number, entry: ChecksumEntry): void {
    const { algorithm, digest, line, size } = entry;
    this.digests[algorithm].write(digest, row * digestBytes[algorithm], 'hex');
    this.lines[algorithm][row] = line;
    if (size !== undefined) this.sizes[row] = size + 1;
    if (algorithm === 'sha512') this.builder.widen(row);
  }

  private again(row: number, entry: ChecksumEntry): void {
    const { path, algorithm, line, digest } = entry;
    const before = this.digest(row, algorithm);
    if (before === undefined) {
      this.promise(row, entry);
      return;
    }
    const lines = { first: before.line, again: line };
    const digests = { algorithm, first: before.digest, again: digest };
    const disagree = before.digest === digest ? [] : ([digests] as const);
    this.findings.add(duplicateEntry(this.list, path, lines, ...disagree));
  }
}
