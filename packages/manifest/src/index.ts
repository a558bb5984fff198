export type {
  FileRole,
  ManifestFile,
  ReleaseIdentity,
  ReleaseManifest,
} from './release-manifest.js';
