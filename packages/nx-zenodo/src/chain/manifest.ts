import type { VerifiedRelease } from '@nx-zenodo/fixity';
import {
  buildManifest,
  formatManifest,
  manifestSha256,
  readReleaseIdentity,
} from '@nx-zenodo/manifest';
import type { ValidationReport } from '@nx-zenodo/validation';
import { pluginVersion } from '../plugin-version.js';
import type { ReleaseConfig } from '../release-config/release-config.js';

/** RELEASE_MANIFEST.json as it follows from the bytes on disk: its canonical text and digest. */
export interface ManifestText {
  readonly text: string;
  readonly sha256: string;
}

/** Builds the manifest from a release that was proved and the outcome of its checks. */
export async function makeManifest(
  config: ReleaseConfig,
  release: VerifiedRelease,
  validation: ValidationReport,
): Promise<ManifestText> {
  const { root, name, version, tag, artifacts } = config;
  const identity = await readReleaseIdentity({ root, name, version, tag });
  const manifest = buildManifest({
    release,
    identity,
    artifacts,
    validation,
    tool: { name: 'nx-zenodo', version: pluginVersion },
  });
  return { text: formatManifest(manifest), sha256: manifestSha256(manifest) };
}
