import type { ReleaseMetadataRequest } from '@nx-zenodo/metadata';
import type { ReleaseConfig } from '../release-config/release-config.js';

// The digest of the manifest binds what is published; whoever publishes nothing has none to name.
const noManifest = '0'.repeat(64);

/** Which metadata to resolve for a configuration, where nothing is going to be published. */
export function metadataRequest(config: ReleaseConfig): ReleaseMetadataRequest {
  const { root, metadata: metadataFile, name, version, description: notes } = config;
  return { root, metadataFile, release: { name, version }, manifestSha256: noManifest, notes };
}
