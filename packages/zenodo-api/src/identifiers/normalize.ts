import { hyphenate } from 'isbn3';
import {
  ADS,
  ARXIV,
  ARXIV_PRE_2007,
  DOI,
  GND,
  HANDLE,
  ORCID_URLS,
  PMID,
  ROR,
  WIKIDATA,
  isbnDigits,
} from './schemes.js';

function normalizeOrcid(text: string): string {
  const prefix = ORCID_URLS.find((url) => text.startsWith(url)) ?? '';
  const number = text.slice(prefix.length).replaceAll('-', '').replaceAll(' ', '');
  return [0, 4, 8, 12].map((at) => number.slice(at, at + 4)).join('-');
}

function normalizeArxiv(text: string): string {
  const named = /^arxiv:/i.test(text) ? `arXiv:${text.slice(6)}` : `arXiv:${text}`;
  const old = ARXIV_PRE_2007.exec(named);
  if (old?.[3] !== undefined) {
    return `arXiv:${old[2] ?? ''}${old[4] ?? ''}${old[5] ?? ''}${old[6] ?? ''}`;
  }
  const match = ARXIV.exec(named);
  return match === null ? named : `arXiv:${match[2] ?? ''}.${match[3] ?? ''}${match[4] ?? ''}`;
}

function normalizeUrn(text: string): string {
  const bare = text.replace(/^https:\/\/nbn-resolving\.org\//, '');
  return `urn:${bare.replace(/^urn:/i, '')}`;
}

function normalizeIssn(text: string): string {
  const number = text.replace(/[ -]/g, '').toUpperCase();
  return `${number.slice(0, 4)}-${number.slice(4)}`;
}

/** ISBN-13 with hyphens; a number of no known group stays as it is. */
function normalizeIsbn(text: string): string {
  const number = isbnDigits(text);
  return hyphenate(number.length === 10 ? toIsbn13(number) : number) ?? text;
}

function toIsbn13(isbn10: string): string {
  const body = `978${isbn10.slice(0, 9)}`;
  const sum = [...body].reduce(
    (total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3),
    0,
  );
  return `${body}${(10 - (sum % 10)) % 10}`;
}

const group = (pattern: RegExp, at: number) => (text: string) => pattern.exec(text)?.[at] ?? text;

const NORMALIZERS: Readonly<Record<string, (text: string) => string>> = {
  doi: group(DOI, 2),
  handle: group(HANDLE, 2),
  ads: (text) => group(ADS, 2)(text.normalize('NFKD')),
  pmid: group(PMID, 2),
  arxiv: normalizeArxiv,
  orcid: normalizeOrcid,
  gnd: (text) => {
    const number = GND.exec(text)?.[2];
    return number === undefined ? text : `gnd:${number}`;
  },
  isbn: normalizeIsbn,
  issn: normalizeIssn,
  ror: group(ROR, 1),
  urn: normalizeUrn,
  wikidata: group(WIKIDATA, 2),
};

/** The form in which Zenodo keeps an identifier of this scheme; other schemes stay as written. */
export function normalizeIdentifier(text: string, scheme: string): string {
  return Object.hasOwn(NORMALIZERS, scheme) ? (NORMALIZERS[scheme]?.(text) ?? text) : text;
}
