import {
  formatReleaseMetadata,
  releaseMetadataSha256,
  resolveReleaseMetadata,
} from '@nx-zenodo/metadata';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import type { Finding } from '@nx-zenodo/findings';
import { PluginError } from '../plugin-error.js';
import type { ReleaseConfig } from '../release-config/release-config.js';

/** Resolved metadata with its canonical text and digest, and what is worth telling about it. */
export interface ResolvedMetadata {
  readonly metadata: ReleaseMetadata;
  readonly text: string;
  readonly sha256: string;
  readonly findings: readonly Finding[];
}

/**
 * Resolves the metadata of the release for one manifest.
 * @throws PluginError with every finding when one of them is an error.
 */
export async function makeMetadata(
  config: ReleaseConfig,
  manifestSha256: string,
): Promise<ResolvedMetadata> {
  const { metadata, findings } = await resolveReleaseMetadata({
    root: config.root,
    metadataFile: config.metadata,
    release: { name: config.name, version: config.version },
    manifestSha256,
  });
  if (metadata === null) throw PluginError.of(findings);
  return {
    metadata,
    text: formatReleaseMetadata(metadata),
    sha256: releaseMetadataSha256(metadata),
    findings,
  };
}
