/** One file below the release root as it was hashed. */
export interface FileDigest {
  /** POSIX path relative to the release root, NFC, no `.` or `..`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
}

/** The signature (checksum list) itself, as it stood when it was checked. */
export interface SignatureDigest extends FileDigest {
  /** How many files it covers; never 0: a list with no digest proves nothing. */
  readonly entries: number;
}

declare const proved: unique symbol;

/** What a verification tells of a release: a value that anybody can make. */
export interface ReleaseDigests {
  readonly schemaVersion: 1;
  readonly signature: SignatureDigest;
  /** Every file that the signature covers, sorted by path (code points). */
  readonly files: readonly FileDigest[];
}

/**
 * A release whose bytes on disk are the bytes that were signed. Only `verifyRelease` makes one,
 * so a function that takes it cannot be called with something unproved.
 */
export interface VerifiedRelease extends ReleaseDigests {
  readonly [proved]: true;
}
