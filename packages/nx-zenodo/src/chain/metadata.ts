import {
  formatReleaseMetadata,
  releaseMetadataSha256,
  resolveReleaseMetadata,
} from '@nx-zenodo/metadata';
import type { ReleaseMetadata, ResolvedRelease } from '@nx-zenodo/metadata';
import { isError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import { PluginError } from '../plugin-error.js';
import { readRelations } from '../relation/node/read-relations.js';
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
  const related = await readRelations(config);
  const resolved = await resolveReleaseMetadata({
    root: config.root,
    metadataFile: config.metadata,
    release: { name: config.name, version: config.version },
    manifestSha256,
    notes: config.description,
    relations: related.relations,
  });
  return resolvedText(resolved, related.findings);
}

/**
 * The text and digest of what was resolved; `further` findings are told with its own.
 * @throws PluginError with every finding when it was refused.
 */
export function resolvedText(
  { metadata, findings: own }: ResolvedRelease,
  further: readonly Finding[] = [],
): ResolvedMetadata {
  const findings = [...own, ...further];
  if (metadata === null || findings.some(isError)) throw PluginError.of(findings);
  return {
    metadata,
    text: formatReleaseMetadata(metadata),
    sha256: releaseMetadataSha256(metadata),
    findings,
  };
}
