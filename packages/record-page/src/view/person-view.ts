/** A creator: a person or an organisation. */
export interface PersonView {
  /** As it is to be shown, commonly `Family, Given`. */
  readonly name: string;
  readonly affiliations?: readonly string[];
  /** Bare, `0000-0002-1825-0097`; shown as a link only when it has that form. */
  readonly orcid?: string;
  readonly gnd?: string;
}

/** A contributor: a person with a role. */
export interface ContributorView extends PersonView {
  /** As it is to be shown, for example `Data curator`. */
  readonly role: string;
}
