/** One of the parts into which the files of a signature are divided. */
export interface Shard {
  /** From 1 to `of`. */
  readonly index: number;
  readonly of: number;
}

/** Rows from `first` up to, not including, `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/**
 * The rows of one shard, in the order of the list: the ranges of the shards 1 to `of` follow one another from
 * row 0 to the last, and differ by at most one row in length.
 */
export function shardRange({ index, of }: Shard, rows: number): RowRange {
  return { first: Math.floor(((index - 1) * rows) / of), end: Math.floor((index * rows) / of) };
}
