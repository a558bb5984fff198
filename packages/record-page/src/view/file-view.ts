/** One file of a record. */
export interface FileView {
  /** Its name, which may contain `/`. */
  readonly key: string;
  /** Bytes; not there for an archive that nobody has made yet (what a preview tells of others). */
  readonly size?: number;
  /** Hex MD5, without the `md5:` prefix. */
  readonly md5?: string;
  /** Hex SHA-256, where the page's maker knows it; Zenodo itself has only MD5. */
  readonly sha256?: string;
  /** Without it the file is listed and cannot be fetched (embargo, preview). */
  readonly downloadUrl?: string;
}
