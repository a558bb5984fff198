import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { toCslItem } from './csl-item.js';
import { loadCitationJs } from './citation-js.js';

/** Forms in which a release can be cited. */
export const CITATION_STYLES = ['apa', 'bibtex', 'ris', 'csl-json'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** What to cite, under which DOI, in which form. */
export interface CitationRequest {
  readonly deposit: DepositMetadata;
  /** Without `https://doi.org/`; null for a release that has none yet. */
  readonly doi: string | null;
  readonly style: CitationStyle;
}

/** The citation as text, ending in one line feed; the same input always gives the same text. */
export async function formatCitation({ deposit, doi, style }: CitationRequest): Promise<string> {
  const item = toCslItem(deposit, doi);
  if (style === 'csl-json') return `${JSON.stringify([item], null, 2)}\n`;
  const Cite = await loadCitationJs();
  // An abstract does not belong into a reference, and the RIS writer breaks it inside words.
  const cite = new Cite([{ ...item, abstract: undefined }]);
  if (style !== 'apa') return `${String(cite.format(style)).trim()}\n`;
  const options = { format: 'text', template: 'apa', lang: 'en-US' };
  return `${labelVersion(String(cite.format('bibliography', options)).trim(), item.version)}\n`;
}

/** APA 7, 10.10: the version in parentheses is labelled; the style only labels versions that are numbers. */
function labelVersion(citation: string, version: string | undefined): string {
  if (version === undefined || /^version\b/i.test(version)) return citation;
  return citation.replace(`(${version})`, () => `(Version ${version})`);
}
