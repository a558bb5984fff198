import { canonicalSha256, formatCanonicalJson } from '@nx-zenodo/manifest';
import type { Bundle } from './bundle.js';

/** The text of bundle.json: canonical JSON (RFC 8785), one line, no line feed at its end. */
export function formatBundle(bundle: Bundle): string {
  return formatCanonicalJson(bundle);
}

/** SHA-256 of the bytes that {@link formatBundle} gives, as 64 lower-case hex digits. */
export function bundleSha256(bundle: Bundle): string {
  return canonicalSha256(bundle);
}
