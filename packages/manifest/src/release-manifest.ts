import type { SignatureDigest } from '@nx-zenodo/fixity';
import type { CheckResult } from '@nx-zenodo/validation';

/** Which release this is. `tag`, `commit` and `date` are null where no such tag stands in git. */
export interface ReleaseIdentity {
  readonly name: string;
  readonly version: string;
  readonly tag: string | null;
  /** Full hex object name of the commit that the tag names. */
  readonly commit: string | null;
  /** UTC ISO 8601 date-time of the tag (annotated) or its commit; never the clock. */
  readonly date: string | null;
}

/** What a file is in the release. */
export type FileRole = 'artifact' | 'signature' | 'covered';

/** One file of the release with its media type and role. */
export interface ManifestFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
  readonly role: FileRole;
}

/** The content of RELEASE_MANIFEST.json; its canonical form (RFC 8785) is what is digested. */
export interface ReleaseManifest {
  readonly schemaVersion: 1;
  readonly release: ReleaseIdentity;
  readonly signature: SignatureDigest;
  /** Sorted by path (code points); every covered file and the signature itself. */
  readonly files: readonly ManifestFile[];
  readonly totals: { readonly files: number; readonly bytes: number };
  readonly validation: {
    readonly checksSha256: string;
    readonly passed: number;
    readonly total: number;
    readonly checks: readonly CheckResult[];
  };
  readonly tool: { readonly name: string; readonly version: string };
}
