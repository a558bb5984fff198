import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { endedLine, lineEnding, nextLineStart } from '../text/lines.js';
import { scalarText } from './scalar-text.js';
import type { Quoting } from './scalar-text.js';

/** A CITATION.cff as text and as nodes that know where they stand in it. */
export interface CitationSource {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly map: YAMLMap;
}

/** Null where the text is no mapping; `document.errors` tells what is wrong with its YAML. */
export function readCitationSource(text: string): {
  readonly source: CitationSource | null;
  readonly document: Document.Parsed;
} {
  const document = parseDocument(text, { version: '1.2', logLevel: 'silent' });
  const map: unknown = document.contents;
  if (document.errors.length > 0 || !isMap(map)) return { source: null, document };
  return { source: { text, document, map }, document };
}

/** Sets a top-level string: in place and in its quoting, or as a new line below the first of `after` that exists. */
export function withField(
  text: string,
  key: string,
  value: string,
  after: readonly string[],
): string {
  const { source } = readCitationSource(text);
  if (source === null) return text;
  const node = pairOf(source.map, key)?.value;
  if (isScalar(node)) return node.value === value ? text : withScalar(text, node, value);
  if (pairOf(source.map, key) !== undefined || source.map.flow === true) {
    return reformatted(source, key, value);
  }
  return withLines(source, [`${key}: ${scalarText(value, 'QUOTE_DOUBLE')}`], after);
}

/** Replaces one scalar and nothing around it. */
export function withScalar(text: string, node: Scalar, value: string): string {
  const [start, end] = rangeOf(node);
  const quoting: Quoting =
    node.type === 'PLAIN' || node.type === 'QUOTE_SINGLE' ? node.type : 'QUOTE_DOUBLE';
  const written = scalarText(value, start === end ? 'QUOTE_DOUBLE' : quoting);
  const space = start > 0 && text[start - 1] === ':' ? ' ' : '';
  // A block scalar's range ends behind its line break.
  const eol = start < end && text[end - 1] === '\n' ? lineEnding(text) : '';
  return text.slice(0, start) + space + written + eol + text.slice(end);
}

/** Puts lines below the first of the keys that exists, else at the end. */
export function withLines(
  source: CitationSource,
  lines: readonly string[],
  after: readonly string[],
): string {
  const text = endedLine(source.text);
  const eol = lineEnding(text);
  const before = after.map((key) => pairOf(source.map, key)).find((pair) => pair !== undefined);
  const at = before === undefined ? contentEnd(source, text) : pairEnd(before, text);
  return text.slice(0, at) + lines.map((line) => `${line}${eol}`).join('') + text.slice(at);
}

/** The offset of the line below a pair. */
function pairEnd(pair: Pair, text: string): number {
  const node = pair.value ?? pair.key;
  const end = isNode(node) ? rangeOf(node)[1] : text.length;
  return end > 0 && text[end - 1] === '\n' ? end : nextLineStart(text, end);
}

function contentEnd(source: CitationSource, text: string): number {
  const last = source.map.items.at(-1);
  return last === undefined ? text.length : pairEnd(last, text);
}

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

export function sequenceOf(map: YAMLMap, key: string): YAMLSeq | undefined {
  const value = pairOf(map, key)?.value;
  return isSeq(value) ? value : undefined;
}

/** Start, end of the value, end with what trails it; offsets in the text. */
export function rangeOf(node: {
  readonly range?: readonly [number, number, number] | null | undefined;
}): readonly [number, number, number] {
  return node.range ?? [0, 0, 0];
}

function isNode(
  value: unknown,
): value is { readonly range?: readonly [number, number, number] | null } {
  return typeof value === 'object' && value !== null && 'range' in value;
}

// JSON-like mappings have no lines of their own to edit; the library writes them anew, comments kept.
function reformatted({ document }: CitationSource, key: string, value: string): string {
  document.set(key, value);
  return document.toString({ lineWidth: 0 });
}
