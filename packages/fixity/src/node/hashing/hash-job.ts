import { problemKinds } from './thread-modules.js';
import type { FileDigest } from '../../verified-release.js';
import type { FileProblem } from '../../findings/file-findings.js';
import type { RowRange } from '../../shard/shard-range.js';

/**
 * Files to hash and their digests, one row each, as columns in shared memory: threads claim rows and write their
 * results in place, so that nothing but problems is ever copied, and 200,000 files take 20 MB.
 */
export interface HashJob {
  /** Real, absolute path of the release root. */
  readonly base: string;
  /** The first row to hash; those before it stay untouched. */
  readonly first: number;
  /** One more than the last row to hash. */
  readonly rows: number;
  /** One number: the next row to claim. */
  readonly control: Int32Array;
  /** UTF-8 names, one after the other; row r ends at `nameEnds[r]`. */
  readonly names: Uint8Array;
  readonly nameEnds: Float64Array;
  /** 1 where sha512 is wanted beside sha256. */
  readonly wide: Uint8Array;
  /** 0 waiting, 1 hashed, from 2 on the kind of problem. */
  readonly status: Uint8Array;
  /** Bytes, where the status is 1. */
  readonly sizes: Float64Array;
  /** 32 bytes a row. */
  readonly sha256: Uint8Array;
  /** 64 bytes a row; its pages are touched only where `wide` is set. */
  readonly sha512: Uint8Array;
}

/** What one thread met on its share of the rows. */
export interface HashReport {
  /** By row, other than missing; when there are tens of thousands, the first ones only. */
  readonly problems: readonly (readonly [row: number, problem: FileProblem])[];
  /** Folders that were another folder, or a link, after the run than before. */
  readonly movedFolders: readonly string[];
}

/** The problem of a row that is not hashed; of very many problems only the kind is known. */
export function problemOf(
  job: HashJob,
  known: ReadonlyMap<number, FileProblem>,
  row: number,
): FileProblem {
  const problem = known.get(row);
  if (problem !== undefined) return problem;
  const kind = problemKinds[(job.status[row] ?? 0) - 2] ?? 'unreadable';
  if (kind === 'link') return { kind, at: 'one of very many links' };
  if (kind === 'not-regular') return { kind, what: 'folder or device' };
  if (kind === 'unreadable') return { kind, reason: 'one of very many errors' };
  return { kind };
}

/** Collects rows; `most` bounds rows and bytes of names must be known before (pages are taken as they are used). */
export class HashJobBuilder {
  private rows = 0;
  private end = 0;
  private readonly names: Buffer;
  private readonly nameEnds: Float64Array;
  private readonly wide: Uint8Array;

  constructor(
    private readonly base: string,
    mostRows: number,
    mostNameBytes: number,
  ) {
    this.names = Buffer.from(new SharedArrayBuffer(mostNameBytes));
    this.nameEnds = new Float64Array(new SharedArrayBuffer(mostRows * 8));
    this.wide = new Uint8Array(new SharedArrayBuffer(mostRows));
  }

  /** Adds one file by its path relative to the base and answers its row. */
  add(path: string): number {
    const row = this.rows;
    this.end += this.names.write(path, this.end);
    this.nameEnds[row] = this.end;
    this.rows += 1;
    return row;
  }

  /** Asks for sha512 beside sha256. */
  widen(row: number): void {
    this.wide[row] = 1;
  }

  /** The path of a row as it was added. */
  path(row: number): string {
    const start = row === 0 ? 0 : this.nameEnds[row - 1];
    return this.names.toString('utf8', start, this.nameEnds[row]);
  }

  /** The job of all rows, or of those of one range. */
  build({ first, end }: RowRange = { first: 0, end: this.rows }): HashJob {
    const { base, names, nameEnds, wide } = this;
    const rows = end;
    const column = (bytes: number) => new SharedArrayBuffer(rows * bytes);
    return {
      base,
      first,
      rows,
      names,
      nameEnds,
      wide,
      control: new Int32Array(new SharedArrayBuffer(4)).fill(first),
      status: new Uint8Array(column(1)),
      sizes: new Float64Array(column(8)),
      sha256: new Uint8Array(column(32)),
      sha512: new Uint8Array(column(64)),
    };
  }
}

/** The digests of a job whose rows are all hashed. */
export function digestsOf(job: HashJob, paths: readonly string[]): FileDigest[] {
  const sha256 = Buffer.from(job.sha256.buffer);
  return paths.map((path, row) => ({
    path,
    size: job.sizes[row] ?? 0,
    sha256: sha256.toString('hex', row * 32, row * 32 + 32),
  }));
}
