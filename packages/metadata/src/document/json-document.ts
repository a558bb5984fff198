import type { Finding, Place } from '@nx-zenodo/findings';
import { getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { finding } from '../metadata-error.js';
import { findPosition } from './position.js';
import type { DocumentPath, MemberPart, PlacedDocument } from './placed-document.js';

function childOf(node: Node, key: string | number): { key: Node; value: Node } | null {
  if (typeof key === 'number') {
    const item = node.type === 'array' ? node.children?.[key] : undefined;
    return item === undefined ? null : { key: item, value: item };
  }
  // The last of two equal keys is the one that counts.
  const pair =
    node.type === 'object'
      ? node.children?.findLast(({ children }) => children?.[0]?.value === key)
      : undefined;
  const [name, value] = pair?.children ?? [];
  return name === undefined ? null : { key: name, value: value ?? name };
}

/** The deepest node on the way that exists; at the end of the way the value or its key. */
function nodeAt(root: Node | undefined, path: DocumentPath, part: MemberPart): Node | undefined {
  let node = root;
  for (const [index, key] of path.entries()) {
    const child: { key: Node; value: Node } | null = node === undefined ? null : childOf(node, key);
    if (child === null) return node;
    node = index === path.length - 1 ? child[part] : child.value;
  }
  return node;
}

function duplicateKeys(node: Node, path: DocumentPath): { path: DocumentPath; node: Node }[] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child, index) => {
    if (node.type === 'array') return duplicateKeys(child, [...path, index]);
    const [key, value] = child.children ?? [];
    if (key === undefined) return [];
    const at = [...path, String(key.value)];
    const twice = seen.has(key.value) ? [{ path: at, node: key }] : [];
    seen.add(key.value);
    return [...twice, ...(value === undefined ? [] : duplicateKeys(value, at))];
  });
}

function syntaxError(text: string, file: string, errors: readonly ParseError[]): Finding {
  const [first] = errors;
  const position = findPosition(text, first?.offset ?? text.length);
  const what = first === undefined ? 'a value is missing' : printParseErrorCode(first.error);
  return finding('NZ3002', {
    message: `${file} is not JSON: ${what} at line ${position.line}, column ${position.column}.`,
    place: { file, ...position },
  });
}

/** Deeper nesting than any metadata has; readers that call themselves would run out of stack. */
const MAX_DEPTH = 500;

function deepestAt(text: string): number | null {
  let depth = 0;
  for (const { index, 0: sign } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > MAX_DEPTH) return index;
  }
  return null;
}

/** What can be read of a broken JSON text, for showing it: values before the break, and what looks whole behind it. */
export function salvageJsonDocument(text: string, file: string): PlacedDocument {
  const root =
    deepestAt(text) === null ? parseTree(text, [], { allowTrailingComma: true }) : undefined;
  const value: unknown = root === undefined ? {} : getNodeValue(root);
  return { file, value, place: placeIn(root, text, file) };
}

function placeIn(root: Node | undefined, text: string, file: string): PlacedDocument['place'] {
  return (path, part = 'value'): Place => {
    const node = nodeAt(root, path, part);
    return { file, ...findPosition(text, node?.offset ?? 0), field: path.join('.') };
  };
}

/** JSON text read strictly, with the place of every value. */
export function parseJsonDocument(
  text: string,
  file: string,
): { document: PlacedDocument | null; findings: readonly Finding[] } {
  const deep = deepestAt(text);
  if (deep !== null) {
    const place = { file, ...findPosition(text, deep) };
    const message = `${file} nests its values deeper than ${MAX_DEPTH} levels.`;
    return { document: null, findings: [finding('NZ3002', { message, place })] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { document: null, findings: [syntaxError(text, file, errors)] };
  }
  const place = placeIn(root, text, file);
  const duplicates = root === undefined ? [] : duplicateKeys(root, []);
  const findings = duplicates.map(({ path, node }) =>
    finding('NZ3005', {
      message: `\`${path.join('.')}\` is written twice; only the last value counts.`,
      place: { file, ...findPosition(text, node.offset), field: path.join('.') },
    }),
  );
  return { document: { file, value, place }, findings };
}
