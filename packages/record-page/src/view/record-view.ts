import type { DoiState, DoiView } from './doi-view.js';
import type { FileView } from './file-view.js';
import type { FindingView } from './finding-view.js';
import type { ContributorView, PersonView } from './person-view.js';
import type { SiteView } from './site-view.js';
import type { VersionView } from './version-view.js';

/** What kind of thing the record is. */
export interface ResourceTypeView {
  /** As it is to be shown, for example `Software` or `Journal article`. */
  readonly title: string;
  /** Zenodo's id (`software`, `publication-article`): the schema.org type of the JSON-LD follows from it. */
  readonly id: string;
}

/** A licence of the record. */
export interface LicenceView {
  /** Zenodo's id, for example `cc-by-4.0`. */
  readonly id: string;
  readonly title: string;
  readonly url?: string;
}

/** A work that the record names, and what it is to the record. */
export interface RelatedIdentifierView {
  /** In words, `Is supplement to`, or in Zenodo's spelling, `isSupplementTo`, which is put into words. */
  readonly relation: string;
  readonly identifier: string;
  /** `doi`, `url`, `swh` and so on. */
  readonly scheme?: string;
  /** Where it leads; without it the identifier is plain text. */
  readonly url?: string;
  readonly resourceType?: string;
}

/** Who paid for the work, and under which award. */
export interface FundingView {
  readonly funder: string;
  readonly award?: string;
  readonly number?: string;
  readonly url?: string;
}

/** A community that shows the record. */
export interface CommunityView {
  readonly id: string;
  readonly title: string;
  readonly url?: string;
}

/** Who may see the files. */
export interface AccessView {
  readonly right: 'open' | 'embargoed' | 'restricted' | 'closed' | 'metadata-only';
  /** ISO date on which an embargo ends. */
  readonly embargoUntil?: string;
  readonly reason?: string;
}

/** The record in one citation style. */
export interface CitationView {
  /** Name of the style, unique in its list: `apa`, `bibtex`, `ieee`. */
  readonly style: string;
  /** As it is to be shown, for example `BibTeX`. */
  readonly label: string;
  readonly text: string;
}

/** A fact that has no place of its own: journal, conference, imprint, thesis, dates, subjects. */
export interface FactView {
  readonly label: string;
  readonly text: string;
  readonly url?: string;
  /** Field name as a finding would give it, for example `journal_title`. */
  readonly field?: string;
}

/** The record in another format. */
export interface ExportView {
  readonly label: string;
  readonly url: string;
  /** MIME type, for signposting. */
  readonly type?: string;
}

/** A record as its page shows it. Lists are in the order in which they are shown; empty lists show nothing. */
export interface RecordView {
  readonly site: SiteView;
  readonly id: string;
  /** Address of this page. */
  readonly url: string;
  readonly title: string;
  readonly version?: string;
  /** EDTF level 0. */
  readonly publicationDate: string;
  readonly resourceType: ResourceTypeView;
  readonly publisher?: string;
  readonly creators: readonly PersonView[];
  readonly contributors: readonly ContributorView[];
  /** Untrusted HTML; the page sanitises it, as it does the next two. */
  readonly description?: string;
  readonly notes?: string;
  readonly method?: string;
  readonly licences: readonly LicenceView[];
  readonly keywords: readonly string[];
  readonly relatedIdentifiers: readonly RelatedIdentifierView[];
  readonly funding: readonly FundingView[];
  readonly communities: readonly CommunityView[];
  readonly access: AccessView;
  /** ISO 639-3 code. */
  readonly language?: string;
  readonly references: readonly string[];
  readonly facts: readonly FactView[];
  readonly files: readonly FileView[];
  /** True where it has files that the reader may not see. */
  readonly filesAreHidden?: boolean;
  /** One zip of all files. */
  readonly archiveUrl?: string;
  readonly versions: readonly VersionView[];
  readonly doi?: DoiView;
  readonly conceptDoi?: DoiView;
  readonly doiState: DoiState;
  readonly citations: readonly CitationView[];
  readonly exports: readonly ExportView[];
  /** ISO 8601. */
  readonly created?: string;
  readonly updated?: string;
  /** schema.org document for the head; built from the view where it is not given. */
  readonly jsonLd?: Readonly<Record<string, unknown>>;
  /** Told at the field they belong to (draft, preview). */
  readonly findings?: readonly FindingView[];
}
