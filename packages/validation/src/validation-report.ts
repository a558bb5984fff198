/** A file that a check read, so that a stale report can be told from a fresh one. */
export interface Evidence {
  /** POSIX path relative to the release root. */
  readonly path: string;
  readonly sha256: string;
}

/** What one declared check came to. */
export interface CheckResult {
  readonly name: string;
  readonly kind: string;
  readonly passed: boolean;
  /** One line of fact, for example `125 entries`. No clock, no absolute path: reports are deterministic. */
  readonly detail: string;
  readonly evidence: readonly Evidence[];
}

/** The outcome of all declared checks; part of the manifest. */
export interface ValidationReport {
  readonly schemaVersion: 1;
  /** SHA-256 of the canonical JSON of the declared checks: another list of checks is another report. */
  readonly checksSha256: string;
  readonly passed: number;
  readonly total: number;
  readonly checks: readonly CheckResult[];
}
