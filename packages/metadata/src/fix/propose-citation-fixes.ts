import { isObject, isOrcid, normalizeIdentifier, ownValue } from '@nx-zenodo/zenodo-api';
import type { JsonObject } from '@nx-zenodo/zenodo-api';
import { spdxLicense } from '../output/spdx-license.js';
import { versionText } from '../source/citation-source.js';
import type { YamlDocument } from '../document/yaml-document.js';
import { guessLicense } from './propose-fixes.js';
import type { Fix } from './propose-fixes.js';

/** The keys that Zenodo reads (Zenodo's reader of CITATION.cff): a null in one of them stops the release. */
const READ_KEYS = ['title', 'abstract', 'message', 'keywords', 'license', 'authors'];

const set = (path: Fix['path'], value: unknown, reason: string): Fix => ({ path, value, reason });

const textOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
};

function textFixes(citation: JsonObject): Fix[] {
  return ['title', 'abstract', 'message'].flatMap((key) => {
    const value = ownValue(citation, key);
    if (typeof value !== 'number') return [];
    return [set([key], String(value), `\`${key}\` is a number to YAML; Zenodo wants a text.`)];
  });
}

function nullFixes(citation: JsonObject): Fix[] {
  return READ_KEYS.filter((key) => ownValue(citation, key) === null).map((key) =>
    set([key], undefined, `\`${key}\` is empty, which Zenodo refuses.`),
  );
}

function licenseFixes(citation: JsonObject): Fix[] {
  const written = ownValue(citation, 'license');
  const isList = Array.isArray(written);
  const only = isList && written.length === 1 ? (written[0] as unknown) : written;
  if (typeof only !== 'string') return [];
  const known = guessLicense(only);
  const id = known === null ? only : (spdxLicense(known) ?? known);
  const isSame = id.toLowerCase() === only.trim().toLowerCase();
  // GPL-3.0 and the like: whether later versions are allowed is for the author to say.
  if (!isSame && `${only.toLowerCase()}-only` === known) return [];
  if (isList) return [set(['license'], isSame ? only : id, 'Zenodo takes one licence, no list.')];
  return isSame ? [] : [set(['license'], id, `Zenodo knows the licence as ${id}.`)];
}

function keywordFixes(citation: JsonObject): Fix[] {
  const written = ownValue(citation, 'keywords');
  if (typeof written === 'string') {
    const words = written.split(/[,;]/).map((word) => word.trim());
    const kept = [...new Set(words.filter((word) => word !== ''))];
    return [set(['keywords'], kept, 'Keywords must be a list.')];
  }
  if (!Array.isArray(written)) return [];
  const seen = new Set<string>();
  const fixes = written.flatMap((word: unknown, index): Fix[] => {
    const text = textOf(word);
    if (text === null) return [];
    const key = text.trim().toLowerCase();
    if (key === '') return [set(['keywords', index], undefined, 'A keyword is empty.')];
    if (seen.has(key))
      return [set(['keywords', index], undefined, `The keyword "${text}" stands twice.`)];
    seen.add(key);
    if (typeof word === 'string') return [];
    return [set(['keywords', index], text, `The keyword ${text} is a number to YAML.`)];
  });
  // From the last to the first: what is left out moves what stands behind it.
  return fixes.reverse();
}

function orcidFix(author: JsonObject, at: Fix['path']): Fix[] {
  const written = ownValue(author, 'orcid');
  if (written === null) return [set(at, undefined, 'An empty ORCID is refused by Zenodo.')];
  if (typeof written !== 'string' || written === '') return [];
  const bare = normalizeIdentifier(written.trim().replace(/[/"']+$/, ''), 'orcid');
  const url = `https://orcid.org/${bare}`;
  if (!isOrcid(bare) || url === written) return [];
  return [set(at, url, 'CITATION.cff writes an ORCID as its address.')];
}

function affiliationFix(author: JsonObject, at: Fix['path']): Fix[] {
  const written = ownValue(author, 'affiliation');
  if (written === null) return [set(at, undefined, 'An empty affiliation is refused by Zenodo.')];
  const names = (Array.isArray(written) ? written : [written]).map((part: unknown) =>
    textOf(isObject(part) ? ownValue(part, 'name') : part),
  );
  if (typeof written === 'string' || written === undefined || names.includes(null)) return [];
  return [set(at, names.join('; '), 'Zenodo takes an affiliation as one text.')];
}

function authorFixes(citation: JsonObject): Fix[] {
  const authors = ownValue(citation, 'authors');
  return (Array.isArray(authors) ? authors : []).flatMap((author: unknown, index) =>
    isObject(author)
      ? [
          ...orcidFix(author, ['authors', index, 'orcid']),
          ...affiliationFix(author, ['authors', index, 'affiliation']),
        ]
      : [],
  );
}

function versionFix(written: string | undefined, release: { readonly version: string }): Fix[] {
  const bare = (version: string) => version.trim().replace(/^v(?=\d)/i, '');
  if (written === undefined || bare(written) === bare(release.version)) return [];
  return [set(['version'], release.version, `The release is ${release.version}.`)];
}

/** What a machine can set right in a CITATION.cff so that Zenodo takes it and loses nothing of it. */
export function proposeCitationFixes(
  document: YamlDocument,
  release: { readonly version: string },
): readonly Fix[] {
  const citation = document.value;
  if (!isObject(citation)) return [];
  return [
    ...versionFix(versionText(document, citation), release),
    ...textFixes(citation),
    ...licenseFixes(citation),
    ...keywordFixes(citation),
    ...authorFixes(citation),
    ...nullFixes(citation),
  ];
}
