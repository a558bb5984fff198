/** A person or organisation as the legacy deposit API takes it ("Family, Given"). */
export interface DepositPerson {
  readonly name: string;
  readonly affiliation?: string;
  readonly orcid?: string;
  readonly gnd?: string;
}

/** `metadata` of the legacy deposit API, as sent in POST and PUT bodies. */
export interface DepositMetadata {
  readonly upload_type?: string;
  readonly publication_type?: string;
  readonly image_type?: string;
  readonly software_type?: string;
  readonly title?: string;
  /** HTML; Zenodo keeps a short list of tags. */
  readonly description?: string;
  /** EDTF level 0: YYYY, YYYY-MM, YYYY-MM-DD or an interval. */
  readonly publication_date?: string;
  readonly creators?: readonly DepositPerson[];
  readonly contributors?: readonly (DepositPerson & { readonly type?: string })[];
  readonly thesis_supervisors?: readonly DepositPerson[];
  readonly thesis_university?: string;
  readonly access_right?: 'open' | 'embargoed' | 'restricted' | 'closed';
  readonly embargo_date?: string;
  readonly access_conditions?: string;
  readonly license?: string | { readonly id: string };
  /** Only for a DOI minted elsewhere; never for Zenodo's own prefix. */
  readonly doi?: string;
  readonly prereserve_doi?: unknown;
  readonly keywords?: readonly string[];
  readonly subjects?: readonly {
    readonly term: string;
    readonly identifier?: string;
    readonly scheme?: string;
  }[];
  readonly notes?: string;
  readonly method?: string;
  readonly references?: readonly string[];
  readonly related_identifiers?: readonly {
    readonly identifier: string;
    readonly relation: string;
    readonly resource_type?: string;
    readonly scheme?: string;
  }[];
  readonly communities?: readonly { readonly identifier: string }[];
  readonly grants?: readonly { readonly id: string }[];
  readonly journal_title?: string;
  readonly journal_volume?: string;
  readonly journal_issue?: string;
  readonly journal_pages?: string;
  readonly conference_title?: string;
  readonly conference_acronym?: string;
  readonly conference_dates?: string;
  readonly conference_place?: string;
  readonly conference_url?: string;
  readonly conference_session?: string;
  readonly conference_session_part?: string;
  readonly imprint_publisher?: string;
  readonly imprint_isbn?: string;
  readonly imprint_place?: string;
  readonly partof_title?: string;
  readonly partof_pages?: string;
  readonly version?: string;
  readonly language?: string;
  readonly locations?: readonly {
    readonly lat?: number;
    readonly lon?: number;
    readonly place: string;
    readonly description?: string;
  }[];
  readonly dates?: readonly {
    readonly start?: string;
    readonly end?: string;
    readonly type: string;
    readonly description?: string;
  }[];
  readonly custom?: Readonly<Record<string, unknown>>;
}
