import type { DepositMetadata } from '@nx-zenodo/zenodo-api';

/** Where the value of one metadata field came from, and what lost against it. */
export interface FieldOrigin {
  /** Top-level key of the deposit metadata. */
  readonly field: string;
  /** File (POSIX, relative to the release root), or a rule such as `default`. */
  readonly source: string;
  readonly line: number | null;
  readonly rule: string;
  readonly lost: readonly { readonly source: string; readonly value: string }[];
}

/** A metadata file that was read, with the digest of the bytes that were read. */
export interface MetadataSource {
  readonly path: string;
  readonly sha256: string;
}

/** Resolved metadata of one release, bound to the manifest it describes. */
export interface ReleaseMetadata {
  readonly schemaVersion: 1;
  /** SHA-256 of the canonical bytes of RELEASE_MANIFEST.json. */
  readonly manifestSha256: string;
  readonly sources: readonly MetadataSource[];
  readonly deposit: DepositMetadata;
  readonly origins: readonly FieldOrigin[];
}
