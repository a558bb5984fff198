/**
 * Markdown of a DOI badge that leads to the DOI. On Zenodo itself the DOI resolves at doi.org; elsewhere (the
 * local one, the sandbox) the site's own redirect is named, since those DOIs resolve nowhere else.
 */
export function badgeMarkdown(doi: string, site: string): string {
  const origin = site.replace(/\/+$/, '');
  const target =
    origin === 'https://zenodo.org' ? `https://doi.org/${doi}` : `${origin}/doi/${doi}`;
  return `[![DOI](${origin}/badge/DOI/${doi}.svg)](${target})`;
}
