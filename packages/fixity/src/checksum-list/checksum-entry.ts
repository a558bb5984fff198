/** The digests that are trusted; others are read, named and refused. */
export type Algorithm = 'sha256' | 'sha512';

/** One promise of a checksum list: this file has this digest. */
export interface ChecksumEntry {
  /** POSIX path relative to the release root, NFC, no `.` or `..`. */
  readonly path: string;
  readonly algorithm: Algorithm;
  /** Lower-case hex: 64 digits for sha256, 128 for sha512. */
  readonly digest: string;
  /** Bytes, where the list says so (hashdeep). */
  readonly size?: number;
  /** 1-based line in the list. */
  readonly line: number;
}
