import {
  detectRelatedScheme,
  isObject,
  isOrcid,
  matchLicense,
  normalizeIdentifier,
  ownValue,
} from '@nx-zenodo/zenodo-api';
import type { JsonObject } from '@nx-zenodo/zenodo-api';
import { closestWord } from '../check/closest-word.js';
import { depositFileSchema } from '../deposit-file/deposit-file-schema.js';
import type { DocumentPath } from '../document/placed-document.js';

/** One change that a machine can make: sets the value at the path, or removes it where `value` is undefined. */
export interface Fix {
  readonly path: DocumentPath;
  readonly value: unknown;
  /** One sentence for the person who is asked. */
  readonly reason: string;
}

type Metadata = JsonObject;

const METADATA_KEYS = Object.keys(depositFileSchema.entries.metadata.entries);
const SUBTYPE_KEYS = ['publication_type', 'image_type', 'software_type'];

const set = (path: DocumentPath, value: unknown, reason: string): Fix => ({ path, value, reason });
const remove = (path: DocumentPath, reason: string): Fix => set(path, undefined, reason);

/** Spellings that can only mean one licence: "MIT License", "Apache 2.0", "BSD 3-Clause", "CC BY 4.0". */
export function guessLicense(written: string): string | null {
  const bare = written
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/,?\s+(?:software\s+)?licen[sc]e/gi, '')
    .replace(/,?\s+version/gi, '');
  const joined = [bare, bare.replace(/[\s_]+v?(?=\d)/g, '-').replace(/\s+/g, '-')];
  const matches = [written, ...joined].map(matchLicense);
  const match = matches.find((found) => found !== null && 'id' in found);
  return match !== undefined && match !== null && 'id' in match ? match.id : null;
}

function licenseFixes(metadata: Metadata): Fix[] {
  const written = ownValue(metadata, 'license');
  if (typeof written !== 'string') return [];
  const id = guessLicense(written);
  if (id === null || id === written.trim().toLowerCase()) return [];
  // GPL-3.0 and the like: whether later versions are allowed is for the author to say.
  if (`${written.toLowerCase()}-only` === id) return [];
  return [set(['license'], id, `Zenodo knows the licence as ${id}.`)];
}

function keyFixes(metadata: Metadata): Fix[] {
  return Object.entries(metadata).flatMap(([key, value]): Fix[] => {
    if (value === null) return [remove([key], `\`${key}\` is null, which Zenodo refuses.`)];
    if (METADATA_KEYS.includes(key)) return [];
    const nearest = closestWord(key, METADATA_KEYS);
    if (nearest === null || Object.hasOwn(metadata, nearest)) return [];
    const reason = `\`${key}\` is not known; \`${nearest}\` is.`;
    return [remove([key], reason), set([nearest], value, reason)];
  });
}

function keywordFixes(metadata: Metadata): Fix[] {
  const written = ownValue(metadata, 'keywords');
  const words = typeof written === 'string' ? written.split(/[,;]/) : written;
  if (!Array.isArray(words) || !words.every((word): word is string => typeof word === 'string'))
    return [];
  const seen = new Set<string>();
  const kept = words
    .map((word) => word.trim())
    .filter((word) => word !== '' && !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()));
  if (Array.isArray(written) && kept.length === words.length) return [];
  const reason =
    typeof written === 'string'
      ? 'Keywords must be a list.'
      : 'Keywords are kept once and not empty.';
  return [set(['keywords'], kept, reason)];
}

function personFixes(metadata: Metadata): Fix[] {
  return ['creators', 'contributors', 'thesis_supervisors'].flatMap((list) => {
    const people = ownValue(metadata, list);
    return (Array.isArray(people) ? people : []).flatMap((person: unknown, index): Fix[] => {
      const written = isObject(person) ? ownValue(person, 'orcid') : undefined;
      if (typeof written !== 'string') return [];
      if (written === '') return [remove([list, index, 'orcid'], 'An empty ORCID says nothing.')];
      const bare = normalizeIdentifier(written.trim().replace(/[/"']+$/, ''), 'orcid');
      if (bare === written || !isOrcid(bare)) return [];
      return [set([list, index, 'orcid'], bare, 'Zenodo stores the bare ORCID.')];
    });
  });
}

function relatedFixes(metadata: Metadata): Fix[] {
  const related = ownValue(metadata, 'related_identifiers');
  return (Array.isArray(related) ? related : []).flatMap((entry: unknown, index): Fix[] => {
    const [identifier, scheme] = isObject(entry)
      ? [ownValue(entry, 'identifier'), ownValue(entry, 'scheme')]
      : [];
    if (typeof identifier !== 'string' || scheme === undefined) return [];
    if (detectRelatedScheme(identifier) === String(scheme).toLowerCase()) return [];
    return [remove(['related_identifiers', index, 'scheme'], 'Zenodo detects the scheme itself.')];
  });
}

function uselessFixes(metadata: Metadata): Fix[] {
  const type = ownValue(metadata, 'upload_type');
  const doi = ownValue(metadata, 'doi');
  const useless = SUBTYPE_KEYS.filter(
    (key) => Object.hasOwn(metadata, key) && key !== `${String(type)}_type`,
  );
  return [
    ...useless.map((key) => remove([key], `\`${key}\` is not looked at for \`${String(type)}\`.`)),
    ...(typeof doi === 'string' && /^10\.(?:5281|5072)\//.test(doi)
      ? [remove(['doi'], 'Only Zenodo itself mints DOIs of this prefix.')]
      : []),
  ];
}

/** What a machine can set right in the metadata of a release; paths start at the metadata object. */
export function proposeFixes(
  metadata: JsonObject,
  release: { readonly version: string },
): readonly Fix[] {
  const version = ownValue(metadata, 'version');
  const drift = typeof version === 'string' && version !== release.version;
  return [
    ...(drift ? [set(['version'], release.version, `The release is ${release.version}.`)] : []),
    ...licenseFixes(metadata),
    ...keywordFixes(metadata),
    ...personFixes(metadata),
    ...relatedFixes(metadata),
    ...uselessFixes(metadata),
    ...keyFixes(metadata),
  ];
}
