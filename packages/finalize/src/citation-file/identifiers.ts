import { isMap, isScalar } from 'yaml';
import type { Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isTestDoi, sameDoi } from '../doi/doi.js';
import { findPlaceholders } from '../placeholder/placeholder-pattern.js';
import type { PublishedRelease } from '../published/published-release.js';
import { endedLine, lineEnding, nextLineStart } from '../text/lines.js';
import {
  pairOf,
  rangeOf,
  readCitationSource,
  sequenceOf,
  withLines,
  withScalar,
} from './citation-source.js';
import type { CitationSource } from './citation-source.js';

/** One entry of `identifiers` (Citation File Format 1.2.0, "identifiers"). */
interface Identifier {
  readonly description: string;
  readonly doi: string;
  /** True for an entry that this one takes the place of. */
  readonly replaces: (description: string, value: string) => boolean;
}

const conceptDescription = 'Concept DOI (all versions)';

function wanted(published: PublishedRelease): readonly Identifier[] {
  const concept: Identifier = {
    description: conceptDescription,
    doi: published.conceptDoi,
    // What an earlier run wrote after a rehearsal leads nowhere.
    replaces: (description, value) =>
      (isPlaceholder(value) && /concept|all versions/i.test(description)) ||
      (isTestDoi(value) && description === conceptDescription),
  };
  const version: Identifier = {
    description: `Version DOI (${published.version})`,
    doi: published.doi,
    replaces: (description, value) => /^Version DOI \(/.test(description) || isPlaceholder(value),
  };
  return published.doi === published.conceptDoi ? [version] : [concept, version];
}

function isPlaceholder(value: string): boolean {
  return findPlaceholders(value).length > 0;
}

/**
 * Lists concept and version DOI in `identifiers`. An entry that an earlier run wrote for the version, or that
 * holds a placeholder, is updated in place; entries of other kinds stay as they are.
 */
export function withIdentifiers(text: string, published: PublishedRelease): string {
  return wanted(published).reduce((whole, identifier) => {
    const { source } = readCitationSource(whole);
    return source === null ? whole : withIdentifier(source, identifier);
  }, text);
}

function withIdentifier(source: CitationSource, wantedEntry: Identifier): string {
  const sequence = sequenceOf(source.map, 'identifiers');
  if (
    sequence === undefined &&
    pairOf(source.map, 'identifiers') === undefined &&
    !source.map.flow
  ) {
    return withLines(
      source,
      ['identifiers:', ...entryLines(wantedEntry, '  ')],
      ['doi', 'date-released', 'version'],
    );
  }
  const entries = (sequence?.items ?? []).filter((item): item is YAMLMap => isMap(item));
  if (entries.some((entry) => sameDoi(stringAt(entry, 'value'), wantedEntry.doi)))
    return source.text;
  const old = entries.find(
    (entry) =>
      stringAt(entry, 'type') === 'doi' &&
      wantedEntry.replaces(stringAt(entry, 'description'), stringAt(entry, 'value')),
  );
  if (old !== undefined) return withEntry(source, old, wantedEntry);
  if (sequence === undefined || sequence.flow === true || sequence.items.length === 0) {
    return rewritten(source, sequence, wantedEntry);
  }
  return appended(source.text, sequence, wantedEntry);
}

function withEntry(source: CitationSource, entry: YAMLMap, identifier: Identifier): string {
  const fields = [
    [scalarAt(entry, 'value'), identifier.doi],
    [scalarAt(entry, 'description'), identifier.description],
  ] as const;
  // From the end, so that the offsets of the other stay right.
  return fields
    .flatMap(([node, value]) => (node === undefined ? [] : [{ node, value }]))
    .sort((a, b) => rangeOf(b.node)[0] - rangeOf(a.node)[0])
    .reduce((text, { node, value }) => withScalar(text, node, value), source.text);
}

function appended(text: string, sequence: YAMLSeq, identifier: Identifier): string {
  const whole = endedLine(text);
  const start = rangeOf(sequence)[0];
  const indent = whole.slice(whole.lastIndexOf('\n', start) + 1, start).replace(/\S.*$/, '');
  const last = sequence.items.at(-1);
  const end = isMap(last) || isScalar(last) ? rangeOf(last)[1] : rangeOf(sequence)[1];
  const at = whole[end - 1] === '\n' ? end : nextLineStart(whole, end);
  const eol = lineEnding(whole);
  const lines = entryLines(identifier, indent).map((line) => `${line}${eol}`);
  return whole.slice(0, at) + lines.join('') + whole.slice(at);
}

function entryLines(identifier: Identifier, indent: string): readonly string[] {
  return [
    `${indent}- description: ${identifier.description}`,
    `${indent}  type: doi`,
    `${indent}  value: ${identifier.doi}`,
  ];
}

function rewritten(
  { document, map }: CitationSource,
  sequence: YAMLSeq | undefined,
  entry: Identifier,
): string {
  const item = { description: entry.description, type: 'doi', value: entry.doi };
  if (sequence === undefined) map.set('identifiers', document.createNode([item]));
  else sequence.add(document.createNode(item));
  return document.toString({ lineWidth: 0 });
}

function scalarAt(entry: YAMLMap, key: string): Scalar | undefined {
  const value = pairOf(entry, key)?.value;
  return isScalar(value) ? value : undefined;
}

function stringAt(entry: YAMLMap, key: string): string {
  const value = scalarAt(entry, key)?.value;
  return typeof value === 'string' ? value : '';
}
