import type * as yamlModule from 'yaml';
import type { DocumentPath } from '../document/placed-document.js';

/** The library, which is loaded where it is needed. */
export type Yaml = typeof yamlModule;
type Node = yamlModule.Node;

/** One value to set, or to leave out where it is undefined. */
export interface YamlChange {
  readonly path: DocumentPath;
  readonly value: unknown;
}

/** A stretch of the text, in UTF-16 units, and what stands there instead. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const options = { version: '1.1', lineWidth: 0 } as const;

/** The value on one line; a day stays a plain date, as CITATION.cff files write it. */
export function scalarText(yaml: Yaml, value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const text = yaml.stringify(value, options).trimEnd();
  return text.includes('\n') ? JSON.stringify(value) : text;
}

/** A key with its value as block text, or on one line where the value is no list. */
export function entryText(yaml: Yaml, key: string, value: unknown): string {
  if (typeof value !== 'object') return `${key}: ${scalarText(yaml, value)}`;
  return yaml.stringify({ [key]: value }, options).trimEnd();
}

/** Where a value ends; the parser counts line ends and comment lines behind a list to it. */
export function endOf(text: string, start: number, end: number): number {
  let kept = text.slice(start, end).trimEnd();
  for (;;) {
    const line = kept.lastIndexOf('\n');
    if (line < 0 || !kept.slice(line).trimStart().startsWith('#')) return start + kept.length;
    kept = kept.slice(0, line).trimEnd();
  }
}

/** Makes the edits; what they write gets the line ends of the text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: next }) => {
      return now.slice(0, start) + next.replaceAll('\n', eol) + now.slice(end);
    }, text);
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
};

interface Member {
  /** From the key, or from the dash of a list. */
  readonly start: number;
  readonly end: number;
  /** Where the member behind it starts; null behind the last. */
  readonly next: number | null;
  readonly isFlow: boolean;
}

const startOf = (text: string, node: Node, isItem: boolean): number => {
  const [start] = node.range ?? [0];
  return isItem ? text.lastIndexOf('-', start) : start;
};

function memberAt(yaml: Yaml, text: string, around: unknown, key: string | number): Member | null {
  const isList = yaml.isSeq(around);
  const nodes: readonly (readonly [Node, unknown])[] = isList
    ? around.items.filter(yaml.isNode).map((item) => [item, item])
    : yaml.isMap(around)
      ? around.items.flatMap((pair) =>
          yaml.isNode(pair.key) ? [[pair.key, pair.value] as const] : [],
        )
      : [];
  const at = nodes.findIndex(([node], index) =>
    isList ? index === key : yaml.isScalar(node) && node.value === key,
  );
  const found = nodes[at];
  if (found === undefined) return null;
  const isFlow = (around as { flow?: boolean }).flow === true;
  const isDashed = isList && !isFlow;
  const [name, value] = found;
  const following = nodes[at + 1]?.[0];
  const start = startOf(text, name, isDashed);
  const [valueStart, last] = yaml.isNode(value) ? (value.range ?? [0, 0]) : [start, start];
  const end = Math.max(endOf(text, valueStart, last), name.range?.[1] ?? start);
  const next = following === undefined ? null : startOf(text, following, isDashed);
  return { start, end, next, isFlow };
}

/** Leaves out a key or an item with its line; what stands before it on the line (a dash) stays. */
function removal(text: string, { start, end, next, isFlow }: Member): Edit[] {
  if (isFlow) return next === null ? [] : [{ start, end: next, text: '' }];
  const from = lineStart(text, start);
  const isAlone = text.slice(from, start).trim() === '';
  if (isAlone) return [{ start: from, end: lineEnd(text, end), text: '' }];
  return next === null ? [] : [{ start, end: next, text: '' }];
}

/** A member as it is to stand. */
interface NewEntry {
  readonly key: string;
  readonly text: string;
}

function replacement(text: string, member: Member, entry: NewEntry): Edit {
  const colon = text.indexOf(':', member.start + entry.key.length) + 1;
  const start = member.start;
  const end = Math.max(member.end, colon);
  const column = start - lineStart(text, start);
  const lines = entry.text.split('\n');
  return { start, end, text: lines.join(`\n${' '.repeat(column)}`) };
}

/** A key that is missing stands behind the last one of its mapping. */
function addition(yaml: Yaml, text: string, around: unknown, entry: NewEntry): Edit[] {
  const last = yaml.isMap(around) ? around.items.at(-1) : undefined;
  const name: unknown = last?.key;
  if (!yaml.isScalar(name)) return [];
  const member = memberAt(yaml, text, around, String(name.value));
  if (member === null) return [];
  if (member.isFlow) return [{ start: member.end, end: member.end, text: `, ${entry.text}` }];
  const column = member.start - lineStart(text, member.start);
  const at = /\r?\n|$/.exec(text.slice(member.end))?.index ?? 0;
  const start = member.end + at;
  return [{ start, end: start, text: `\n${' '.repeat(column)}${entry.text}` }];
}

function editOf(yaml: Yaml, text: string, root: unknown, { path, value }: YamlChange): Edit[] {
  const key = path.at(-1);
  const parents = path.slice(0, -1);
  const around = parents.reduce<unknown>(
    (node, step) => (yaml.isCollection(node) ? node.get(step, true) : undefined),
    root,
  );
  if (key === undefined) return [];
  const member = memberAt(yaml, text, around, key);
  if (value === undefined) return member === null ? [] : removal(text, member);
  const entry = typeof key === 'number' ? null : { key, text: entryText(yaml, key, value) };
  if (member === null) return entry === null ? [] : addition(yaml, text, around, entry);
  const node: unknown = yaml.isCollection(around) ? around.get(key, true) : undefined;
  if (yaml.isScalar(node) && node.range && typeof value !== 'object') {
    const [start, last] = node.range;
    const end = endOf(text, start, last);
    if (start < end) return [{ start, end, text: scalarText(yaml, value) }];
  }
  if (entry === null || (member.isFlow && typeof value === 'object')) return [];
  return [replacement(text, member, entry)];
}

/**
 * Sets and removes values of YAML, wherever they stand. Only the values themselves are replaced: comments, order,
 * quoting and line breaks of all the rest stay. A change that cannot be made so is not made.
 */
export async function editYaml(text: string, changes: readonly YamlChange[]): Promise<string> {
  const yaml = await import('yaml');
  let edited = text;
  // One after the other: a change moves what stands behind it.
  for (const change of changes) {
    const document = yaml.parseDocument(edited, { version: '1.1' });
    if (document.errors.length > 0) return edited;
    const next = applyEdits(edited, editOf(yaml, edited, document.contents, change));
    // A change that would break the text is none.
    edited = yaml.parseDocument(next, { version: '1.1' }).errors.length > 0 ? edited : next;
  }
  return edited;
}

/** Comments of a YAML text that another one has no more, in their order. */
export async function lostComments(before: string, after: string): Promise<readonly string[]> {
  const { Lexer } = await import('yaml');
  const comments = (text: string) => [...new Lexer().lex(text)].filter((token) => /^#/.test(token));
  const left = comments(after);
  return comments(before).filter((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
