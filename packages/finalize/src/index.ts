export { badgeDois, updateBadge } from './badge/update-badge.js';
export type { BadgeOptions, BadgeUpdate } from './badge/update-badge.js';
export { formatBadge, markupOf } from './badge/markup.js';
export type { Markup } from './badge/markup.js';
export type {
  AfterFacts,
  BeforeFacts,
  ChecklistFacts,
  Rehearsal,
  Tally,
  VersionFacts,
} from './checklist/checklist-facts.js';
export type { ChecklistItem } from './checklist/checklist-item.js';
export { inapplicable, known, unknown } from './checklist/fact.js';
export type { Fact } from './checklist/fact.js';
export { formatChecklist, statusChecklist } from './checklist/status-checklist.js';
export { citationFileDois } from './citation-file/citation-dois.js';
export type { CitationFileDoi } from './citation-file/citation-dois.js';
export { updateCitationFile } from './citation-file/update-citation-file.js';
export type { CitationFileOptions } from './citation-file/update-citation-file.js';
export { updateCitationSection } from './citation-section/update-citation-section.js';
export type { Citation } from './citation-section/update-citation-section.js';
export { formatCommitMessage } from './commit/commit-message.js';
export type { CommitSubject } from './commit/commit-message.js';
export { markdownToHtml } from './description/markdown-to-html.js';
export { parseDoi } from './doi/doi.js';
export { compareTags } from './drift/compare-tags.js';
export type {
  Drift,
  DriftInputs,
  PublishedRecord,
  ReleaseTag,
  ShownDoi,
} from './drift/compare-tags.js';
export { compareVersions, isPrerelease } from './drift/version-order.js';
export { FinalizeError } from './findings/finalize-error.js';
export type { FinalizeCode, FinalizeFinding } from './findings/finalize-error.js';
export { updateCodemeta } from './json-file/update-codemeta.js';
export type { CodemetaOptions } from './json-file/update-codemeta.js';
export { updatePackageJson } from './json-file/update-package-json.js';
export { applyFinalize } from './node/apply-finalize.js';
export { commitFinalize, requireCommit } from './node/commit-finalize.js';
export type { CommitOutcome, CommitRequest } from './node/commit-finalize.js';
export { readDocuments, readText } from './node/read-documents.js';
export { checkPlaceholders, replacePlaceholder } from './placeholder/replace-placeholder.js';
export type { DocumentUpdate } from './plan/document-update.js';
export { finalizeDocuments } from './plan/finalize-documents.js';
export type { DocumentRequest, FinalizeChoice } from './plan/finalize-documents.js';
export { formatFinalizePlan } from './plan/format-plan.js';
export { planFinalize } from './plan/plan-finalize.js';
export type { FinalizeDocument, FinalizeInputs, FinalizePlan } from './plan/plan-finalize.js';
export { publishedRelease } from './published/published-release.js';
export type { DoiChoice, PublishedFile, PublishedRelease } from './published/published-release.js';
export { updateReleaseDescription } from './release-page/update-release-description.js';
export type { ReleaseDescription } from './release-page/update-release-description.js';
export { formatInventory, inventory } from './release-notes/inventory.js';
export type { InventoryRow } from './release-notes/inventory.js';
export { updateInventory } from './release-notes/update-release-notes.js';
export { shellWord } from './release-notes/shell-word.js';
export { formatVerification } from './release-notes/verification.js';
export type { VerificationPlace } from './release-notes/verification.js';
export { updatePyproject } from './toml-file/update-pyproject.js';
export type { UpdatedText } from './text/document-text.js';
export { formatDiff } from './text/unified-diff.js';
export type { TextChange } from './text/unified-diff.js';
