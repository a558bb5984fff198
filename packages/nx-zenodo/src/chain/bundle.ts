import { buildBundle, bundleSha256, formatBundle } from '@nx-zenodo/bundle';
import type { Bundle } from '@nx-zenodo/bundle';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { outputPath } from './release-output.js';

/** The upload set with its text and digest. */
export interface BundleText {
  readonly bundle: Bundle;
  readonly text: string;
  readonly sha256: string;
}

/**
 * Lays out what is uploaded: the manifest, the signature, the artifacts, in this order.
 * @throws BundleError with every finding (Zenodo's limits, unreadable files).
 */
export async function makeBundle(
  config: ReleaseConfig,
  manifestSha256: string,
  metadataSha256: string,
): Promise<BundleText> {
  const bundle = await buildBundle({
    root: config.root,
    manifest: { path: outputPath('manifest'), sha256: manifestSha256 },
    metadataSha256,
    signature: config.signature,
    artifacts: config.artifacts,
    ...(config.layout === null ? {} : { layout: config.layout }),
  });
  return { bundle, text: formatBundle(bundle), sha256: bundleSha256(bundle) };
}
