/** Reference to an entry of a vocabulary. */
export interface VocabularyRef {
  readonly id: string;
}

/** An identifier with its scheme, normalised where Zenodo could. */
export interface RdmIdentifier {
  readonly identifier?: string;
  readonly scheme?: string;
}

/** A person by both names, or an organization by its name. */
export interface RdmPersonOrOrg {
  readonly type?: 'personal' | 'organizational';
  readonly family_name?: string;
  readonly given_name?: string;
  readonly name?: string;
  readonly identifiers?: readonly RdmIdentifier[];
}

/** One who made the work or contributed to it; only contributors need a role. */
export interface RdmCreator {
  readonly person_or_org?: RdmPersonOrOrg;
  readonly role?: Partial<VocabularyRef>;
  readonly affiliations?: readonly { readonly id?: string; readonly name?: string }[];
}

/** A licence: by its id in the vocabulary, or by title and link. */
export interface RdmRights {
  readonly id?: string;
  readonly title?: Readonly<Record<string, string>>;
  readonly description?: Readonly<Record<string, string>>;
  readonly link?: string;
}

/** Another work, and what this one is to it. */
export interface RdmRelatedIdentifier extends RdmIdentifier {
  readonly relation_type?: Partial<VocabularyRef>;
  readonly resource_type?: Partial<VocabularyRef>;
}

/** One location; `geometry` is GeoJSON (RFC 7946, section 3.1). */
export interface RdmFeature {
  readonly place?: string;
  readonly description?: string;
  readonly geometry?: { readonly type: string; readonly coordinates: unknown };
}

/** One award: `award.id` is `funder::number`. */
export interface RdmFunding {
  readonly funder?: { readonly id?: string; readonly name?: string };
  readonly award?: {
    readonly id?: string;
    readonly number?: string;
    readonly title?: Readonly<Record<string, string>>;
  };
}

/** A date besides that of publication, in EDTF level 0, and what happened then. */
export interface RdmDate {
  readonly date?: string;
  readonly type?: Partial<VocabularyRef>;
  readonly description?: string;
}

/** A further description, such as notes or methods, as HTML. */
export interface RdmDescription {
  readonly description?: string;
  readonly type?: Partial<VocabularyRef>;
}

/** `metadata` of a draft or record in InvenioRDM's own shape; a draft may lack any of it. */
export interface RdmMetadata {
  readonly resource_type?: Partial<VocabularyRef>;
  readonly creators?: readonly RdmCreator[];
  readonly title?: string;
  readonly publication_date?: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly additional_descriptions?: readonly RdmDescription[];
  readonly additional_titles?: readonly unknown[];
  readonly rights?: readonly RdmRights[];
  readonly contributors?: readonly RdmCreator[];
  readonly subjects?: readonly { readonly id?: string; readonly subject?: string }[];
  readonly languages?: readonly Partial<VocabularyRef>[];
  readonly dates?: readonly RdmDate[];
  readonly version?: string;
  readonly identifiers?: readonly RdmIdentifier[];
  readonly related_identifiers?: readonly RdmRelatedIdentifier[];
  readonly locations?: { readonly features: readonly RdmFeature[] };
  readonly funding?: readonly RdmFunding[];
  readonly references?: readonly (RdmIdentifier & { readonly reference?: string })[];
}

/** Who may see the files, and from when. */
export interface RdmAccess {
  readonly record: 'public';
  readonly files: 'public' | 'restricted';
  readonly embargo?: { readonly active: boolean; readonly until: string };
}
