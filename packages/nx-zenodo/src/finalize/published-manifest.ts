import { parseManifest } from '@nx-zenodo/manifest';
import type { ReleaseManifest } from '@nx-zenodo/manifest';
import type { SavedReceipt } from '@nx-zenodo/deposit';
import { sha256Text } from '../chain/digest.js';
import { outputPath, readOutput } from '../chain/release-output.js';
import { PluginError } from '../plugin-error.js';
import type { ReleaseConfig } from '../release-config/release-config.js';

/**
 * The manifest that was published: the one below `dist/release`, if it has the digest that the receipt keeps.
 * @throws PluginError NZ9020 when it is not there, NZ9026 when it is another, ManifestError when it is none.
 */
export async function readPublishedManifest(
  config: ReleaseConfig,
  receipt: SavedReceipt,
): Promise<ReleaseManifest> {
  const text = await readOutput(config.root, 'manifest');
  if (sha256Text(text) === receipt.chain.manifestSha256) return parseManifest(text);
  const { version } = receipt.release;
  throw new PluginError([
    {
      code: 'NZ9026',
      severity: 'error',
      message: `The manifest here is not the one that was published with ${version} (SHA-256 ${receipt.chain.manifestSha256.slice(0, 12)}…).`,
      cure: `Put the RELEASE_MANIFEST.json of ${receipt.recordUrl} there, or make it again at the tag of ${version}.`,
      place: { file: outputPath('manifest') },
    },
  ]);
}
