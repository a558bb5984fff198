import type { BundleLayout } from '@nx-zenodo/bundle';
import type { DeclaredCheck } from '@nx-zenodo/validation';
import type { InferOutput } from 'valibot';
import type { FinalizeConfig } from './finalize-schema.js';
import type { WrittenRelation } from './relations-schema.js';
import { reservationPath } from './reservation-path.js';
import type { writtenReleaseConfigSchema } from './schema.js';

/** How a freeze is held in git; globs are relative to the top of the repository. */
export interface GitFreeze {
  readonly tag: string;
  readonly mode: 'strict' | 'allow-listed';
  readonly allowed: readonly string[];
  readonly record: string | null;
}

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
  /** In how many targets the files are verified; null: in one. */
  readonly shards: number | null;
  /** How the freeze is held in git; null where the bytes on disk are all that is held. */
  readonly gitFreeze: GitFreeze | null;
  /** How the files are laid out for upload; null: the artifacts one by one. */
  readonly layout: BundleLayout | null;
  readonly artifacts: readonly string[];
  readonly metadata: string;
  /** Release notes that are the description of the record; null: the metadata says it. */
  readonly description: string | null;
  /** Records that this one is part of or holds. */
  readonly relations: readonly WrittenRelation[];
  readonly checks: readonly DeclaredCheck[];
  readonly releaseNotes: string | null;
  readonly receipt: string;
  /** The same for any version: `{version}` stands for its label. */
  readonly receiptPattern: string;
  /** Where a reserved DOI is noted, beside the receipt. */
  readonly reservation: string;
  /** Documents that are written after publication. */
  readonly finalize: FinalizeConfig;
  readonly zenodo: { readonly conceptRecordId: string | null; readonly recordId: string | null };
}

/** Folder of generated files below the release root. */
export const outputFolder = 'dist/release';

/** Fills in what a person left out. Without `freeze`, the artifacts themselves are what is frozen. */
export function normaliseReleaseConfig(
  written: Written,
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
    freeze: {
      include: written.freeze?.include ?? written.artifacts,
      exclude: written.freeze?.exclude ?? [],
    },
    shards: written.freeze?.shards ?? null,
    gitFreeze: normaliseGitFreeze(written),
    layout: normaliseLayout(written),
    artifacts: written.artifacts,
    metadata: written.metadata,
    description: written.description?.from.replaceAll('{version}', written.version) ?? null,
    relations: written.relations,
    checks: written.validation.checks,
    releaseNotes: written.releaseNotes ?? null,
    receipt,
    receiptPattern: written.receipt,
    reservation: reservationPath(receipt),
    finalize: written.finalize,
    zenodo: {
      conceptRecordId: recordNumber(written.zenodo.conceptRecordId),
      recordId: recordNumber(written.zenodo.recordId),
    },
  };
}

// A DOI of Zenodo ends with the id of its record.
function recordNumber(idOrDoi: string | undefined): string | null {
  return idOrDoi?.replace(/^.*\./, '') ?? null;
}

type Written = InferOutput<typeof writtenReleaseConfigSchema>;

function normaliseGitFreeze({ freeze, tag, version }: Written): GitFreeze | null {
  if (freeze?.git === undefined) return null;
  const { git } = freeze;
  return { ...git, tag: git.tag ?? tag ?? version, record: git.record ?? null };
}

function normaliseLayout({ bundle, version }: Written): BundleLayout | null {
  if (bundle?.archive === undefined) return bundle ?? null;
  const { archive } = bundle;
  const named = (text: string) => text.replaceAll('{version}', version);
  return {
    ...bundle,
    archive: { ...archive, name: named(archive.name), folder: named(archive.folder) },
  };
}
