import { parseDoi, sameDoi } from '../doi/doi.js';
import { findPlaceholders } from '../placeholder/placeholder-pattern.js';
import { chosenDoi } from '../published/published-release.js';
import type { DoiChoice, PublishedRelease } from '../published/published-release.js';
import type { UpdatedText } from '../text/document-text.js';
import { updatedText } from '../text/document-text.js';
import { checkJsonObject, jsonMember, withJsonValue } from './json-source.js';

/** Which DOI a codemeta.json is identified by, and which it no longer is. */
export interface CodemetaOptions {
  readonly doi?: DoiChoice;
  /** DOIs of earlier versions of this record, which the new one takes the place of. */
  readonly ownDois?: readonly string[];
}

/**
 * Writes `identifier`, `version`, `softwareVersion` (where it stands) and `datePublished` of a codemeta.json
 * (CodeMeta 2 and 3). Identifiers of other kinds stay. NZ8004 where the text is no JSON object.
 */
export function updateCodemeta(
  text: string,
  path: string,
  published: PublishedRelease,
  options: CodemetaOptions = {},
): UpdatedText {
  const findings = checkJsonObject(text, path);
  if (findings.length > 0) return { text, findings };
  const doi = chosenDoi(published, options.doi ?? 'concept');
  const ours = [published.doi, published.conceptDoi, ...(options.ownDois ?? [])];
  const values: readonly (readonly [string, unknown])[] = [
    ['identifier', identifier(jsonMember(text, 'identifier'), doi, ours)],
    ['version', published.version],
    ...(jsonMember(text, 'softwareVersion') === undefined
      ? []
      : [['softwareVersion', published.version] as const]),
    ...(published.publicationDate === null
      ? []
      : [['datePublished', published.publicationDate] as const]),
  ];
  return updatedText(
    values.reduce(
      (whole, [key, value]) =>
        same(jsonMember(whole, key), value) ? whole : withJsonValue(whole, key, value),
      text,
    ),
  );
}

// schema.org/identifier: text, URL or PropertyValue, one or several.
function identifier(written: unknown, doi: string, ours: readonly string[]): unknown {
  if (Array.isArray(written)) {
    const kept = written.map((one: unknown) => (isOurs(one, ours) ? renamed(one, doi) : one));
    const once = kept.filter((one, at) => kept.findIndex((other) => same(one, other)) === at);
    return once.some((one) => isOurs(one, [doi])) ? once : [...once, `https://doi.org/${doi}`];
  }
  if (written === undefined || written === null || written === '') return `https://doi.org/${doi}`;
  if (isOurs(written, ours) || parsedDoi(written) !== null) return renamed(written, doi);
  return [written, `https://doi.org/${doi}`];
}

function isOurs(value: unknown, ours: readonly string[]): boolean {
  const text = identifierText(value);
  const doi = parsedDoi(value);
  return (
    findPlaceholders(text).length > 0 || (doi !== null && ours.some((own) => sameDoi(own, doi)))
  );
}

function parsedDoi(value: unknown): string | null {
  return parseDoi(identifierText(value));
}

function identifierText(value: unknown): string {
  if (typeof value === 'string') return value;
  return isPropertyValue(value) ? value.value : '';
}

function isPropertyValue(value: unknown): value is { readonly value: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'value' in value &&
    typeof value.value === 'string'
  );
}

/** The same identifier for another DOI: a URL stays a URL, a PropertyValue keeps its other members. */
function renamed(value: unknown, doi: string): unknown {
  if (isPropertyValue(value)) return { ...value, value: renamed(value.value, doi) };
  if (typeof value !== 'string') return value;
  const before = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i.exec(value.trim())?.[0] ?? '';
  return `${before}${doi}`;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
