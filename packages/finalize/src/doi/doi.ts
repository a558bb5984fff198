// DOI syntax: directory indicator 10, registrant code, slash, suffix (DOI Handbook, section 2.2).
const shape = /^10\.\d{4,9}(?:\.\d+)*\/[^\s"'<>()[\]{}\\^`|]+$/;
const writtenBefore = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:)/i;

/** The bare DOI in `text`, which may be a URL or begin with `doi:`; null when there is none. */
export function parseDoi(text: string): string | null {
  const bare = text.trim().replace(writtenBefore, '');
  return shape.test(bare) ? bare : null;
}

/** DataCite's test prefix: what the sandbox and the local Zenodo mint. */
export function isTestDoi(doi: string): boolean {
  return doi.startsWith('10.5072/');
}

/** DOIs are compared without regard to case (DOI Handbook, section 2.4). */
export function sameDoi(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Where a DOI leads: doi.org, or for a test DOI the resolver of the site that minted it. */
export function doiUrl(doi: string, site: string): string {
  return isTestDoi(doi) ? `${site}/doi/${encodeURI(doi)}` : `https://doi.org/${encodeURI(doi)}`;
}

/** The badge that the site draws for a DOI. */
export function badgeImageUrl(doi: string, site: string): string {
  return `${site}/badge/DOI/${encodeURI(doi)}.svg`;
}
