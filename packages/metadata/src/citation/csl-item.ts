import type { DepositMetadata, DepositPerson } from '@nx-zenodo/zenodo-api';
import { resourceType } from '@nx-zenodo/zenodo-api';
import { plainText } from '../text/plain-text.js';

/** A name in CSL-JSON; `literal` where it cannot be split. */
export type CslName =
  { readonly family: string; readonly given: string } | { readonly literal: string };

/** One item of CSL-JSON, as far as a deposit fills it. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly CslName[];
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly publisher: string;
  readonly version?: string;
  /** Absent, like the address, where the release has no DOI yet. */
  readonly DOI?: string;
  readonly URL?: string;
  readonly abstract?: string;
  readonly keyword?: string;
  readonly language?: string;
}

function cslName({ name }: DepositPerson): CslName {
  const [family = '', given, ...more] = name.split(',').map((part) => part.trim());
  if (given === undefined || given === '' || more.length > 0) return { literal: name.trim() };
  return { family, given };
}

function dateParts(date: string): number[][] {
  return date.split('/').map((day) => {
    const sign = day.startsWith('-') ? -1 : 1;
    const [year = 0, ...rest] = day.replace(/^-/, '').split('-').map(Number);
    return [sign * year, ...rest];
  });
}

function cslType(deposit: DepositMetadata): string {
  const subtype = deposit.publication_type ?? deposit.image_type ?? deposit.software_type;
  const type = deposit.upload_type ?? 'other';
  const entry =
    resourceType(subtype === undefined ? type : `${type}-${subtype}`) ?? resourceType(type);
  return entry?.csl ?? 'article';
}

// Reference managers want an id, and one without blanks.
function idWithoutDoi(title: string, version: string | undefined): string {
  return [title, version ?? '']
    .join(' ')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The deposit as a CSL-JSON item; DOI without its address, null for a release that has none yet. */
export function toCslItem(deposit: DepositMetadata, doi: string | null): CslItem {
  const { title = '', version, keywords = [], description, language } = deposit;
  return {
    id: doi ?? idWithoutDoi(title, version),
    type: cslType(deposit),
    title,
    author: (deposit.creators ?? []).map(cslName),
    issued: { 'date-parts': dateParts(deposit.publication_date ?? '') },
    publisher: deposit.imprint_publisher ?? 'Zenodo',
    ...(version === undefined ? {} : { version }),
    ...(doi === null ? {} : { DOI: doi, URL: `https://doi.org/${doi}` }),
    ...(description === undefined ? {} : { abstract: plainText(description) }),
    ...(keywords.length === 0 ? {} : { keyword: keywords.join(',') }),
    ...(language === undefined ? {} : { language }),
  };
}
