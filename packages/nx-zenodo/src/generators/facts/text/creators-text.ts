import { isOrcid, normalizeIdentifier } from '@nx-zenodo/zenodo-api';
import type { DepositPerson } from '@nx-zenodo/zenodo-api';
import { familyFirst } from './person-name.js';

/** People as a flag gives them, or the parts that are no ORCID although they look like one. */
export type CreatorsReading =
  { readonly creators: readonly DepositPerson[] } | { readonly refused: readonly string[] };

/** Reads `Family, Given (ORCID, affiliation); …`. */
export function parseCreators(text: string): CreatorsReading {
  const refused: string[] = [];
  const creators = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => person(part, refused));
  return refused.length > 0 ? { refused } : { creators };
}

function person(text: string, refused: string[]): DepositPerson {
  const match = /^([^(]*)\((.*)\)$/.exec(text);
  const name = familyFirst(match?.[1] ?? text);
  const details = (match?.[2] ?? '').split(',').map((part) => part.trim());
  const orcids = details.filter(looksLikeOrcid);
  refused.push(...orcids.filter((orcid) => !isOrcid(orcid)));
  const affiliation = details.filter((part) => part !== '' && !looksLikeOrcid(part)).join(', ');
  return {
    name,
    ...(affiliation === '' ? {} : { affiliation }),
    ...(orcids[0] === undefined ? {} : { orcid: normalizeIdentifier(orcids[0], 'orcid') }),
  };
}

function looksLikeOrcid(text: string): boolean {
  return /orcid\.org|^\d{4}-?\d{4}-?\d{4}-?\d{3}[\dXx]$/.test(text);
}
