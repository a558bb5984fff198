import {
  isEan13,
  isEan8,
  isIsbn10,
  isIssnNumber,
  isIstcNumber,
  isMod11_2,
} from './check-digits.js';
import { splitUrl } from './url-parts.js';

// Patterns of the identifier schemes that Zenodo's detection knows. `.` never meets a line break.
export const DOI = /^(doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?(10\.\d+(?:\.\d+)*\/.+)\n?$/i;
export const HANDLE =
  /^(hdl:\s*|(?:https?:\/\/)?hdl\.handle\.net\/)?([^/.]+(?:\.[^/.]+)*\/.*)\n?$/i;
export const ARXIV = /^(arxiv:)?(?:[a-z-]+(?:\.[a-z]{2})?\/)?(\d{4})\.(\d{4,5})(v\d+)?$/i;
export const ARXIV_PRE_2007 = /^(arxiv:)?([a-z-]+)(\.[a-z]{2})?(\/\d{4})(\d+)(v\d+)?$/i;
export const ADS = /^(ads:|ADS:)?(\d{4}[A-Za-z]\S{13}[A-Za-z.:])$/;
export const PMID = /^(pmid:|https?:\/\/pubmed.ncbi.nlm.nih.gov\/)?(\d+)\/?$/i;
export const GND =
  /^(gnd:|GND:|https?:\/\/d-nb\.info\/gnd\/|d-nb\.info\/gnd\/)?(1[012]?\d{7}[0-9X]|[47]\d{6}-\d|[1-9]\d{0,7}-[0-9X]|3\d{7}[0-9X])/;
export const ROR = /^(?:https?:\/\/)?(?:ror\.org\/)?(0\w{6}\d{2})$/i;
export const WIKIDATA = /^(wikidata:\s*|(?:https?:\/\/)?www\.wikidata\.org\/entity\/)?(Q\d+)$/i;
const ARK_SUFFIX = /^ark:\/?[0-9bcdfghjkmnpqrstvwxz]+\/.+$/;
const LSID = /^urn:lsid:[^:]+(?::[^:]+){2,3}$/i;
const CSTR = /^(?:cstr:)?(?:[A-Za-z0-9_-]+\.){3}[A-Za-z0-9_-]+$/i;
const RRID_AUTHORITIES =
  'AB|CVCL|SCR|IMSR|Addgene|DGRC|Flybase|NCBITaxon|MGI|BDSC|WB-STRAIN|ZFIN|ZIRC|DGGR|IMSR_GPT|IMSR_CYAGEN|IMSR_EUMMCR|IMSR_JAX|IMSR_RIKEN_BRC|IMSR_MMRRC|IMSR_TIGM|IMSR_CRL|IMSR_KU|ISMR_NM|ISMR_EM';
const RRID = new RegExp(`^(?:rrid:)?(?:${RRID_AUTHORITIES})+_[A-Za-z0-9_-]+$`, 'i');
const SWHID = /^swh:1:(?:snp|rel|rev|dir|cnt):[0-9a-f]{40}(?:;.+)?$/;
const PURL_HOSTS = ['purl.org', 'purl.oclc.org', 'purl.net', 'purl.com', 'purl.fdlp.gov'];

export const ORCID_URLS = ['http://orcid.org/', 'https://orcid.org/'];
export const ISNI_URLS = ['http://isni.org/isni/', 'https://isni.org/isni/'];
/** Blocks of ISNI numbers (without check digit) that belong to ORCID. */
const ORCID_BLOCKS = [
  [15_000_000, 35_000_000],
  [900_000_000_000, 900_100_000_000],
] as const;

const bare = (text: string): string => text.replaceAll('-', '').replaceAll(' ', '');
const withoutPrefix = (text: string, prefixes: readonly string[]): string => {
  const prefix = prefixes.find((candidate) => text.startsWith(candidate));
  return prefix === undefined ? text : text.slice(prefix.length);
};

/** The digits of an ISBN-like text, or '' where they make no ISBN. */
export function isbnDigits(text: string): string {
  return text.replace(/[^0-9Xx]/g, '').replace(/x$/, 'X');
}

export const isSwhid = (text: string): boolean => SWHID.test(text);
export const isDoi = (text: string): boolean => DOI.test(text);
export const isGnd = (text: string): boolean => GND.test(text);
export const isRor = (text: string): boolean => ROR.test(text);

export function isIsbn(text: string): boolean {
  const number = isbnDigits(text);
  const thirteen = /^97[89]/.test(number) && isEan13(number);
  if (!thirteen && !isIsbn10(number)) return false;
  return ['978', '979'].includes(text.slice(0, 3)) || !isEan13(text);
}

export function isIsni(text: string): boolean {
  return isMod11_2(bare(withoutPrefix(text, ISNI_URLS)).toUpperCase());
}

/** ORCID: with or without the URL; hyphens and spaces do not matter; the check digit must fit. */
export function isOrcid(text: string): boolean {
  if (ISNI_URLS.some((url) => text.startsWith(url))) return false;
  const number = bare(withoutPrefix(text, ORCID_URLS));
  if (!isIsni(number)) return false;
  const value = Number(number.slice(0, 15));
  return ORCID_BLOCKS.some(([first, last]) => first <= value && value <= last);
}

export function isArk(text: string): boolean {
  if (ARK_SUFFIX.test(text)) return true;
  const url = splitUrl(text);
  if (url === null || url.scheme !== 'http' || url.authority === '') return false;
  return ARK_SUFFIX.test(url.path.slice(1)) && !/;[^/]*$/.test(url.path);
}

export function isPurl(text: string): boolean {
  const url = splitUrl(text);
  if (url === null || !['http', 'https'].includes(url.scheme)) return false;
  return PURL_HOSTS.includes(url.authority) && url.path !== '';
}

export function isUrl(text: string): boolean {
  const url = splitUrl(text);
  return url !== null && url.scheme !== '' && url.authority !== '';
}

export function isUrn(text: string): boolean {
  const url = splitUrl(text);
  return url !== null && url.scheme === 'urn' && url.authority === '' && url.path !== '';
}

/** The schemes with their tests, in the order in which a value is tried. */
export const SCHEMES: readonly (readonly [string, (text: string) => boolean])[] = [
  ['doi', isDoi],
  ['ark', isArk],
  ['handle', (text) => HANDLE.test(text) && !isSwhid(text)],
  ['purl', isPurl],
  ['lsid', (text) => isUrn(text) && LSID.test(text)],
  ['urn', isUrn],
  ['ads', (text) => ADS.test(text.normalize('NFKD'))],
  ['arxiv', (text) => ARXIV.test(text) || ARXIV_PRE_2007.test(text)],
  ['isbn', isIsbn],
  ['issn', (text) => isIssnNumber(bare(text).toUpperCase())],
  ['orcid', isOrcid],
  ['isni', isIsni],
  ['ean13', isEan13],
  ['ean8', isEan8],
  ['istc', (text) => isIstcNumber(bare(text).toUpperCase())],
  ['gnd', isGnd],
  ['ror', isRor],
  ['pmid', (text) => PMID.test(text)],
  ['url', isUrl],
  ['swh', isSwhid],
  ['wikidata', (text) => WIKIDATA.test(text)],
  ['cstr', (text) => CSTR.test(text)],
  ['rrid', (text) => RRID.test(text)],
];
