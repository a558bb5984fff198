export { ciTemplate } from './ci-template/ci-template.js';
export type { CiTemplate } from './ci-template/ci-template.js';
export type { CiOptions } from './ci-template/ci-options.js';
export { ForgeError } from './findings/forge-error.js';
export type { ForgeCode, ForgeFinding } from './findings/forge-error.js';
export type {
  AssetDigest,
  AssetSource,
  Forge,
  ForgeAsset,
  ForgeKind,
  ForgeRelease,
} from './forge.js';
export { detectForge } from './location/detect-forge.js';
export type {
  ForgeDetection,
  ForgeLocation,
  ForgeOverride,
  ForgeToken,
} from './location/detect-forge.js';
export { parseRemoteUrl } from './location/remote-url.js';
export type { RemoteRepository } from './location/remote-url.js';
export { readAssetFile } from './node/asset-file.js';
export type { Clock } from './node/forge-fetch.js';
export { openForge } from './node/open-forge.js';
export { proxiedFetch } from './node/proxied-fetch.js';
export type { Fetch } from './node/proxied-fetch.js';
export { compareAssets } from './release/compare-assets.js';
export type { AssetStanding } from './release/compare-assets.js';
export { releasesToArchive } from './release/releases-to-archive.js';
export type { ReleaseRule } from './release/releases-to-archive.js';
export { syncAssets } from './release/sync-assets.js';
export type { AssetOutcome, SyncOptions } from './release/sync-assets.js';
export { requireRelease, syncDescription } from './release/sync-description.js';
export type { DescriptionOutcome } from './release/sync-description.js';
