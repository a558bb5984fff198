const form = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;

/** Address of an ORCID record; null for what has not the form of one. */
export function orcidUrl(orcid: string): string | null {
  return form.test(orcid) ? `https://orcid.org/${orcid}` : null;
}
