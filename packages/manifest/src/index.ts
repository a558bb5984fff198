export { canonicalSha256, formatCanonicalJson } from '@nx-zenodo/validation';
export { buildManifest } from './build-manifest.js';
export type { ManifestParts } from './build-manifest.js';
export { decodeManifest } from './decode-manifest.js';
export { diffManifests } from './difference/manifest-difference.js';
export type {
  ChangedCheck,
  ChangedField,
  ChangedFile,
  ManifestDifference,
} from './difference/manifest-difference.js';
export { formatDifference } from './difference/render-difference.js';
export { ManifestError } from './manifest-error.js';
export type { ManifestCode } from './manifest-error.js';
export { formatManifest, manifestSha256, parseManifest } from './manifest-text.js';
export { mediaTypeOf } from './media-type.js';
export { readReleaseIdentity } from './node/read-identity.js';
export type { IdentityRequest } from './node/read-identity.js';
export { releaseManifestSchema } from './release-manifest.js';
export type {
  FileRole,
  ManifestFile,
  ReleaseIdentity,
  ReleaseManifest,
} from './release-manifest.js';
