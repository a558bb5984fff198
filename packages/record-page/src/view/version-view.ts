/** One version in the list of all versions of a record. */
export interface VersionView {
  readonly id: string;
  /** The version as its author calls it; `Version 3` is a fair replacement where there is none. */
  readonly label: string;
  readonly doi?: string;
  /** EDTF date of publication. */
  readonly date: string;
  readonly url: string;
  readonly isNewest: boolean;
  /** The version that the page shows. */
  readonly isThis: boolean;
}
