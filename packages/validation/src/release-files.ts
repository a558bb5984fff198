/** One line of a text file. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Without its line ending. */
  readonly bytes: Uint8Array;
}

/**
 * What a check may see of the release: files below its root, nothing else. Paths are POSIX and relative.
 * Every read is recorded as evidence. Throws ValidationError NZ2203 (no such file) or NZ2204 (not inside).
 */
export interface ReleaseFiles {
  read(path: string): Promise<Uint8Array>;
  /** The lines one after the other, so that a ledger of any size needs little memory. */
  readLines(path: string): AsyncIterable<Line>;
  /** Records the digest of a file without handing out its bytes. */
  witness(path: string): Promise<void>;
  /** The files that a path or glob names, sorted; a path that is no glob is itself when it exists. */
  find(pattern: string): Promise<readonly string[]>;
}
