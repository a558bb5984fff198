import { LICENSE_ALIASES, LICENSE_IDS, LICENSE_SPELLINGS_OUT } from './license-table.js';

/** `id`: a licence of the vocabulary. `title`: Zenodo keeps only this English title, without an id. */
export type LicenseMatch = { readonly id: string } | { readonly title: string };

const words = (text: string): string[] => text.trim().split(/\s+/);
const pairs = (text: string): [string, string][] =>
  words(text).map((pair) => pair.split('=') as [string, string]);

const ids = new Set(words(LICENSE_IDS));
const byAlias = new Map(
  pairs(LICENSE_ALIASES).flatMap(([id, aliases]) =>
    aliases.split(',').map((alias): [string, string] => [alias, id]),
  ),
);
const spellingOut = new Map(pairs(LICENSE_SPELLINGS_OUT));

/** Ids that only Zenodo's old list knows, matched exactly as written: published as free text. */
const titleOnly = new Map([
  ['fal', 'Free Art License'],
  ['gfdl', 'GNU Free Documentation License'],
]);

/** True for an id of Zenodo's licence vocabulary (lower case). */
export function isLicenseId(id: string): boolean {
  return ids.has(id);
}

/** All ids of the vocabulary. */
export function licenseIds(): readonly string[] {
  return [...ids];
}

/**
 * What the deposit API makes of a `license` value: lower-cased and trimmed, then alias or id.
 * Null where it answers "Invalid license provided".
 */
export function matchLicense(written: string): LicenseMatch | null {
  const key = written.trim().toLowerCase();
  const id = byAlias.get(key) ?? (ids.has(key) ? key : undefined);
  if (id !== undefined) return { id };
  const title = titleOnly.get(written);
  return title === undefined ? null : { title };
}

/** The spelling in which the deposit API answers; sending it back may mean another licence. */
export function legacyLicenseSpelling(id: string): string {
  return spellingOut.get(id) ?? id;
}

/** The licence that results when the answer of Zenodo is sent back: null when it would be refused. */
export function licenseAfterRoundTrip(id: string): string | null {
  const match = matchLicense(legacyLicenseSpelling(id));
  return match !== null && 'id' in match ? match.id : null;
}
