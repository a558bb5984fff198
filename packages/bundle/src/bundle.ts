/** One file of the upload set. */
export interface BundleEntry {
  /** File name on Zenodo: one path segment, at most 255 characters, unique in the bundle. */
  readonly key: string;
  /** Where its bytes are: POSIX path relative to the release root. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** 32 lower-case hex digits; only for comparing with Zenodo's answer, never for trust. */
  readonly md5: string;
}

/** What is uploaded, bound to the manifest and the metadata it was made for. */
export interface Bundle {
  readonly schemaVersion: 1;
  /** SHA-256 of the signature (checksum list): releases are compared by it. */
  readonly signatureSha256: string;
  /** SHA-256 of the canonical bytes of RELEASE_MANIFEST.json. */
  readonly manifestSha256: string;
  /** SHA-256 of the canonical bytes of the release metadata. */
  readonly metadataSha256: string;
  /** In upload order. */
  readonly entries: readonly BundleEntry[];
}
