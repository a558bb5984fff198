export type { ArchiveRecipe, Bundle, BundleEntry } from './bundle.js';
export { BundleError } from './bundle-error.js';
export type { BundleCode, BundleFinding } from './bundle-error.js';
export { bundleSha256, formatBundle } from './bundle-text.js';
export { decodeBundle } from './decode-bundle.js';
export { bundleLayoutSchema } from './layout/bundle-layout.js';
export type { BundleLayout, WrittenLayout } from './layout/bundle-layout.js';
export { checkZenodoLimits, zenodoLimits } from './limits/zenodo-limits.js';
export type { PlannedUpload } from './limits/zenodo-limits.js';
export { buildBundle } from './node/build-bundle.js';
export type { BundleRequest } from './node/build-bundle.js';
export { checkBundleAtTag } from './node/check-at-tag.js';
export type { TagCheck } from './node/check-at-tag.js';
export { checkBundle } from './node/check-bundle.js';
export { stageRepository } from './node/repository/stage-repository.js';
export type {
  StagedFile,
  StagedRepository,
  StageRequest,
} from './node/repository/stage-repository.js';
