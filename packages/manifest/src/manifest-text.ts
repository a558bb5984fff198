import { canonicalSha256, formatCanonicalJson } from '@nx-zenodo/validation';
import { decodeManifest } from './decode-manifest.js';
import { finding, ManifestError } from './manifest-error.js';
import type { ReleaseManifest } from './release-manifest.js';

/** The text of RELEASE_MANIFEST.json: canonical JSON (RFC 8785), one line, no line feed at its end. */
export function formatManifest(manifest: ReleaseManifest): string {
  return formatCanonicalJson(manifest);
}

/** SHA-256 of the bytes that {@link formatManifest} gives, as 64 lower-case hex digits. */
export function manifestSha256(manifest: ReleaseManifest): string {
  return canonicalSha256(manifest);
}

/**
 * Reads the text of RELEASE_MANIFEST.json. Throws ManifestError NZ2503 when it is no manifest, NZ2504 when it
 * is not in canonical form: then its digest says nothing of its content.
 */
export function parseManifest(text: string): ReleaseManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ManifestError([finding('NZ2503', 'The text is not JSON.')], { cause });
  }
  const manifest = decodeManifest(value);
  if (formatManifest(manifest) === text) return manifest;
  throw new ManifestError([finding('NZ2504', 'The manifest is not in canonical form (RFC 8785).')]);
}
