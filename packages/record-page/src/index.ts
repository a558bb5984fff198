export { renderBadgeSvg } from './badge.js';
export type { BadgeView } from './badge.js';
export { compareRecords } from './comparison/compare-records.js';
export type { ComparedCell, ComparedLine, ComparedRow } from './comparison/compare-records.js';
export { badgeHeaders, pageHeaders } from './content-security-policy.js';
export { buildJsonLd } from './head/json-ld.js';
export { formatLinkHeader, signpostingLinks } from './head/signposting.js';
export type { SignpostingLink } from './head/signposting.js';
export { viewLicence } from './metadata/licence.js';
export { buildMetadataView } from './metadata/metadata-view.js';
export type { MetadataView } from './metadata/metadata-view.js';
export { renderDraftPage } from './pages/draft-page.js';
export { renderErrorPage } from './pages/error-page.js';
export { renderNewUploadPage } from './pages/new-upload-page.js';
export { renderPreviewPage } from './pages/preview-page.js';
export { renderRecordPage } from './pages/record-page.js';
export { renderSearchPage } from './pages/search-page.js';
export { renderUploadList } from './pages/upload-list-page.js';
export type { DoiState, DoiView } from './view/doi-view.js';
export type { DraftView } from './view/draft-view.js';
export type { FileView } from './view/file-view.js';
export type { FindingView } from './view/finding-view.js';
export type { NewUploadView } from './view/new-upload-view.js';
export type { ContributorView, PersonView } from './view/person-view.js';
export type { PreviewOutcome, PreviewView } from './view/preview-view.js';
export type {
  AccessView,
  CitationView,
  CommunityView,
  ExportView,
  FactView,
  FundingView,
  LicenceView,
  RecordView,
  RelatedIdentifierView,
  ResourceTypeView,
} from './view/record-view.js';
export type { SearchHitView, SearchView } from './view/search-view.js';
export type { SiteView } from './view/site-view.js';
export type { PagingView, UploadListView, UploadView } from './view/upload-list-view.js';
export type { VersionView } from './view/version-view.js';
