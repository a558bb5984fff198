/** Absolute addresses of one server: `site` for pages, `api` for both APIs. */
export interface Addresses {
  readonly site: string;
  readonly api: string;
}

export function addressesAt(origin: string): Addresses {
  return { site: origin, api: `${origin}/api` };
}

/** A file key in a URL of the records API: slashes stay, all else is encoded (zenodo-rdm test_file_link_serialization). */
export function encodeKeyPath(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}

/** DOIs in badge URLs have their slash encoded: URI template simple expansion. */
export function badgeUrl(site: string, doi: string | undefined): string {
  return `${site}/badge/doi/${encodeURIComponent(doi ?? '')}.svg`;
}

/** doi.org is named even where the prefix does not resolve there. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${doi}`;
}
