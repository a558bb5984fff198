import { resolveReleaseMetadata } from '@nx-zenodo/metadata';
import type { ResolvedRelease } from '@nx-zenodo/metadata';
import { isError } from '@nx-zenodo/findings';
import { metadataRequest } from '../../metadata/metadata-request.js';
import { readRelations } from '../../relation/node/read-relations.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';

/** The metadata of a preview: resolved, or as far as its files can be read where findings forbid that. */
export interface PreviewMetadata extends ResolvedRelease {
  /** True where errors forbid to publish what is shown. */
  readonly isRefused: boolean;
}

/** Resolves the metadata of the release; never throws for what its files say. */
export async function readPreviewMetadata(config: ReleaseConfig): Promise<PreviewMetadata> {
  const related = await readRelations(config);
  const request = { ...metadataRequest(config), relations: related.relations };
  const resolved = await resolveReleaseMetadata(request);
  const findings = [...resolved.findings, ...related.findings];
  return { ...resolved, findings, isRefused: findings.some(isError) };
}
