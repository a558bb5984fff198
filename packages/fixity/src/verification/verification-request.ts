/** What is to be proved of a release. */
export interface VerificationRequest {
  /** Absolute path of the folder that holds the release. */
  readonly root: string;
  /** The checksum list, relative to the root. */
  readonly signature: string;
  /** Files of the release that the signature must cover; the signature itself needs no cover. */
  readonly artifacts: readonly string[];
  /** Artifacts that are generated after the freeze, so that no signature can cover them. */
  readonly allowUncovered?: readonly string[];
}
