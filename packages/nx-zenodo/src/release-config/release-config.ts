import type { DeclaredCheck } from '@nx-zenodo/validation';
import type { InferOutput } from 'valibot';
import type { writtenReleaseConfigSchema } from './schema.js';

/** zenodo.release.json with every default in; paths are POSIX, relative to `root`. */
export interface ReleaseConfig {
  /** Absolute folder of zenodo.release.json: the release root. */
  readonly root: string;
  /** File name of the configuration below the root. */
  readonly file: string;
  readonly name: string;
  readonly version: string;
  readonly tag: string;
  readonly signature: string;
  readonly freeze: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  readonly artifacts: readonly string[];
  readonly metadata: string;
  readonly checks: readonly DeclaredCheck[];
  readonly releaseNotes: string | null;
  readonly receipt: string;
  /** Where a reserved DOI is noted, beside the receipt. */
  readonly reservation: string;
  readonly zenodo: { readonly conceptRecordId: string | null; readonly recordId: string | null };
}

/** Folder of generated files below the release root. */
export const outputFolder = 'dist/release';

/** Fills in what a person left out. Without `freeze`, the artifacts themselves are what is frozen. */
export function normaliseReleaseConfig(
  written: InferOutput<typeof writtenReleaseConfigSchema>,
  root: string,
  file: string,
): ReleaseConfig {
  const receipt = written.receipt.replaceAll('{version}', written.version);
  return {
    root,
    file,
    name: written.name,
    version: written.version,
    tag: written.tag ?? written.version,
    signature: written.signature,
    freeze: written.freeze ?? { include: written.artifacts, exclude: [] },
    artifacts: written.artifacts,
    metadata: written.metadata,
    checks: written.validation.checks,
    releaseNotes: written.releaseNotes ?? null,
    receipt,
    reservation: receipt.replace(/(-ZENODO)?\.json$|$/, '-RESERVATION.json'),
    zenodo: {
      conceptRecordId: written.zenodo.conceptRecordId ?? null,
      recordId: written.zenodo.recordId ?? null,
    },
  };
}
