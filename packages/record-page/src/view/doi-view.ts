/**
 * `registered`: minted by this service; `pending`: published, registration not yet confirmed; `reserved`:
 * named before publication; `none`: not even that.
 */
export type DoiState = 'registered' | 'pending' | 'reserved' | 'none';

/** A DOI as the page names it. */
export interface DoiView {
  /** Bare, `10.5281/zenodo.123`. */
  readonly value: string;
  /** Where it leads; a local Zenodo gives its own `/doi/…`, because doi.org does not know it. */
  readonly url?: string;
  /** Address of its badge image, for the snippets that are to be copied. */
  readonly badgeUrl?: string;
}
