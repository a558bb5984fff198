import type * as yamlModule from 'yaml';

type Yaml = typeof yamlModule;
type Pair = yamlModule.Pair;

/** One top-level key and what it is to say. */
export type YamlEntry = readonly [key: string, value: unknown];

/** A stretch of the text, in UTF-16 units, and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const options = { version: '1.1', lineWidth: 0 } as const;

/** The value on one line; a day stays a plain date, as CITATION.cff files write it. */
function scalarText(yaml: Yaml, value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  const text = yaml.stringify(value, options).trimEnd();
  return text.includes('\n') ? JSON.stringify(value) : text;
}

function entryText(yaml: Yaml, [key, value]: YamlEntry): string {
  if (typeof value !== 'object') return `${key}: ${scalarText(yaml, value)}`;
  return yaml.stringify({ [key]: value }, options).trimEnd();
}

/** Where the value ends; the parser counts line ends and comment lines behind a list to it. */
function endOf(text: string, start: number, end: number): number {
  let kept = text.slice(start, end).trimEnd();
  for (;;) {
    const line = kept.lastIndexOf('\n');
    if (line < 0 || !kept.slice(line).trimStart().startsWith('#')) return start + kept.length;
    kept = kept.slice(0, line).trimEnd();
  }
}

function replacement(yaml: Yaml, text: string, { key, value }: Pair, entry: YamlEntry): Edit[] {
  if (!yaml.isNode(key) || !key.range) return [];
  const [from, keyEnd] = key.range;
  const [start, last] = yaml.isNode(value) && value.range ? value.range : [keyEnd, keyEnd];
  const end = Math.max(endOf(text, start, last), keyEnd);
  const isOneLine = yaml.isScalar(value) && typeof entry[1] !== 'object' && start < end;
  if (isOneLine) return [{ start, end, text: scalarText(yaml, entry[1]) }];
  // Nothing stands behind the colon, or a list does: the key is written again with it.
  const colon = text.indexOf(':', keyEnd) + 1;
  return [{ start: from, end: Math.max(end, colon), text: entryText(yaml, entry) }];
}

/** New keys stand behind the last one, before the comments that end the file. */
function addition(yaml: Yaml, text: string, last: number, entries: readonly YamlEntry[]): Edit[] {
  if (entries.length === 0) return [];
  const end = endOf(text, 0, last);
  const lineEnd = /\r?\n|$/.exec(text.slice(end));
  const start = end + (lineEnd?.index ?? 0);
  return [
    { start, end: start, text: entries.map((entry) => `\n${entryText(yaml, entry)}`).join('') },
  ];
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: next }) => {
      return now.slice(0, start) + next.replaceAll('\n', eol) + now.slice(end);
    }, text);
}

/**
 * Sets top-level keys of a YAML mapping. Only the values themselves are replaced: comments, order, quoting and
 * line breaks of all the rest stay. What is no mapping stays as it is.
 */
export async function setInYaml(text: string, entries: readonly YamlEntry[]): Promise<string> {
  const yaml = await import('yaml');
  const document = yaml.parseDocument(text, { version: '1.1' });
  const { contents } = document;
  if (!yaml.isMap(contents) || document.errors.length > 0) return text;
  if (contents.flow === true) {
    for (const [key, value] of entries) document.set(key, document.createNode(value));
    return document.toString({ lineWidth: 0, directives: false });
  }
  const pairOf = (name: string) =>
    contents.items.find(({ key }) => yaml.isScalar(key) && key.value === name);
  const edits = entries.flatMap((entry) => {
    const pair = pairOf(entry[0]);
    return pair === undefined ? [] : replacement(yaml, text, pair, entry);
  });
  const missing = entries.filter(([name]) => pairOf(name) === undefined);
  return applyEdits(text, [...edits, ...addition(yaml, text, contents.range?.[1] ?? 0, missing)]);
}
