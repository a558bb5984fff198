import * as v from 'valibot';
import { normaliseReleaseConfig } from '../release-config/release-config.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { writtenReleaseConfigSchema } from '../release-config/schema.js';
import type { ArchiveConfig } from './archive-schema.js';
import type { ReleaseTag } from './release-tag.js';

/** Checksum list of an archive: one of its uploads, made from the tree of the tag. */
export const archiveSignature = 'SHA256SUMS';

/** Folder of the metadata files of the tag, beside what is uploaded. */
export const sourcesFolder = 'metadata-sources';

/** Where an archive is made, below the folder of zenodo.archive.json. */
export const archiveFolder = 'dist/archive';

/**
 * The release that an archive is at one tag, so that everything that knows releases knows archives: receipts,
 * rehearsal, confirmation, audit. Name, version and tag come from the tag; nothing of it is written by hand.
 */
export function archiveRelease(
  archive: ArchiveConfig,
  { tag, version }: ReleaseTag,
): ReleaseConfig {
  const written = v.parse(writtenReleaseConfigSchema, {
    name: archive.name,
    version,
    tag,
    signature: archiveSignature,
    artifacts: [archiveSignature],
    metadata: archive.metadata,
    validation: { checks: archive.checks ?? [{ kind: 'all-passed', name: 'The tree of the tag' }] },
    receipt: archive.receipt,
    finalize: archive.finalize,
    zenodo: archive.zenodo,
    relations: archive.relations,
    ...(archive.description === undefined ? {} : { description: archive.description }),
  });
  return normaliseReleaseConfig(written, archive.root, archive.file);
}
