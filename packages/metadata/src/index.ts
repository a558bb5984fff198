export { badgeMarkdown } from './citation/badge.js';
export { toCslItem } from './citation/csl-item.js';
export type { CslItem, CslName } from './citation/csl-item.js';
export { CITATION_STYLES, formatCitation } from './citation/format-citation.js';
export type { CitationRequest, CitationStyle } from './citation/format-citation.js';
export { depositFileSchema } from './deposit-file/deposit-file-schema.js';
export { formatOrigins } from './resolve/explain.js';
export { resolveRelease } from './resolve/resolve-release.js';
export type { ReleaseFacts, ResolveInput, ResolvedRelease } from './resolve/resolve-release.js';
export { MetadataError } from './metadata-error.js';
export type { MetadataCode } from './metadata-error.js';
export { MAX_SOURCE_BYTES } from './node/read-source.js';
export { readSourceText } from './node/read-source-text.js';
export type { SourceText } from './node/read-source-text.js';
export { resolveReleaseMetadata } from './node/resolve-release-metadata.js';
export type { ReleaseMetadataRequest } from './node/resolve-release-metadata.js';
export type { FieldOrigin, MetadataSource, ReleaseMetadata } from './release-metadata.js';
export {
  decodeReleaseMetadata,
  formatReleaseMetadata,
  releaseMetadataSha256,
} from './release-metadata-text.js';
export { PACKAGE_MANIFESTS, readPackageManifest } from './source/package-manifest.js';
export type { PackageManifest, PackageManifestFile } from './source/package-manifest.js';
export { takeDeposit } from './verdict/taken-deposit.js';
export type { Refusal, TakenDeposit } from './verdict/taken-deposit.js';
export { judgeDeposit } from './verdict/zenodo-verdict.js';
export type { PlacedMetadata, VerdictContext } from './verdict/zenodo-verdict.js';
export { resolveGithubRelease } from './github/resolve-github.js';
export type { GeneratedMetadata, GithubOutcome, GithubStage } from './github/github-outcome.js';
export type {
  GithubContributor,
  GithubMetadataFiles,
  GithubRelease,
} from './github/github-release.js';
export { SYNCED_FILES, syncFile } from './fix/sync-files.js';
export type { SyncedFile } from './fix/sync-files.js';
export { formatCitationCff } from './output/citation-cff.js';
export { formatCodemeta } from './output/codemeta-json.js';
export { formatDataCite, toDataCite } from './output/datacite-json.js';
export { formatZenodoJson } from './output/zenodo-json.js';
export { fixCitationFile, fixDepositFile, lossReason } from './fix/apply-fixes.js';
export { lostComments } from './fix/edit-yaml.js';
export type { FixedFile } from './fix/apply-fixes.js';
export { proposeFixes } from './fix/propose-fixes.js';
export type { Fix } from './fix/propose-fixes.js';
export { detectLicense, observeGithubOutcome } from './node/observe-github.js';
export type { GithubQuestion } from './node/observe-github.js';
export { renderMarkdown } from './node/render-markdown.js';
export { resolveGithubMetadata } from './node/resolve-github-metadata.js';
export type { GithubMetadataRequest } from './node/resolve-github-metadata.js';
export type { RecordRelation } from './relation/add-relations.js';
export { LICENSE_FILES, SOURCE_FILES } from './resolve/precedence.js';
export { formatReview } from './resolve/review.js';
