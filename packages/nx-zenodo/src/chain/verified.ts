import { verifyRelease } from '@nx-zenodo/fixity';
import type { ReleaseDigests, VerifiedRelease } from '@nx-zenodo/fixity';
import type { ReleaseConfig } from '../release-config/release-config.js';

/**
 * Hashes every frozen file and holds it against the signature.
 * @throws FixityError with every difference of the run.
 */
export function proveRelease(config: ReleaseConfig): Promise<VerifiedRelease> {
  const { root, signature, artifacts } = config;
  return verifyRelease({ root, signature, artifacts });
}

/** The text of a verification as `freeze-verify` writes it. */
export function formatVerified(release: ReleaseDigests): string {
  return `${JSON.stringify(release, null, 2)}\n`;
}
