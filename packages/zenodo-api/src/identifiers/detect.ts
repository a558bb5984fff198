import { ISNI_URLS, SCHEMES } from './schemes.js';

/** When the first scheme is found, the others are dropped: they are the weaker reading. */
const STRONGER: readonly (readonly [string, readonly string[]])[] = [
  ['url', ['isbn', 'istc', 'urn', 'lsid', 'issn', 'ean8', 'wikidata', 'cstr']],
  ['ean8', ['gnd', 'pmid']],
  ['ean13', ['gnd', 'pmid']],
  ['isbn', ['gnd', 'pmid']],
  ['orcid', ['gnd', 'pmid']],
  ['isni', ['gnd', 'pmid']],
  ['issn', ['gnd']],
  ['wikidata', ['gnd']],
];

/** Schemes Zenodo accepts for related and alternate identifiers (a detected scheme must be one of them). */
export const RELATED_IDENTIFIER_SCHEMES: ReadonlySet<string> = new Set(
  (
    'ark arxiv ads crossreffunderid cstr doi ean13 eissn grid handle igsn isbn isni issn istc lissn ' +
    'lsid pmid purl rrid upc url urn w3id wikidata other'
  ).split(' '),
);

const VIAF_URL = /^https?:\/\/(?:www\.)?viaf\.org\/viaf\//;

/** Links of authority files are taken for their number alone, VIAF's for none that Zenodo relates. */
function withoutLinks(found: string[], text: string): string[] {
  if (VIAF_URL.test(text)) return found.filter((scheme) => scheme !== 'url' && scheme !== 'handle');
  const isIsniUrl = found.includes('isni') && ISNI_URLS.some((url) => text.startsWith(url));
  return isIsniUrl ? found.filter((scheme) => scheme !== 'url' && scheme !== 'handle') : found;
}

/** All schemes that a value may belong to, strongest first, as Zenodo's detection orders them. */
export function detectSchemes(text: string): readonly string[] {
  let found = SCHEMES.filter(([, test]) => test(text)).map(([scheme]) => scheme);
  if (found.includes('gnd') && /^gnd:/i.test(text)) found = found.filter((s) => s !== 'isbn');
  found = withoutLinks(found, text);
  for (const [scheme, weaker] of STRONGER) {
    if (found.includes(scheme)) found = found.filter((other) => !weaker.includes(other));
  }
  if (!found.includes('handle')) return found;
  const isLink = found.includes('url') && !/^https?:\/\/hdl\.handle\.net\//.test(text);
  const isOther = found.includes('ark') || found.includes('arxiv');
  const keepsHandle = found.includes('url') ? !isLink && !isOther : !isOther;
  return keepsHandle ? found : found.filter((scheme) => scheme !== 'handle');
}

/** The scheme Zenodo gives a related or alternate identifier, or null where it refuses the value. */
export function detectRelatedScheme(text: string): string | null {
  return detectSchemes(text).find((scheme) => RELATED_IDENTIFIER_SCHEMES.has(scheme)) ?? null;
}
