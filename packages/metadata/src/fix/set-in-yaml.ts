import type * as yamlModule from 'yaml';
import { applyEdits, endOf, entryText, scalarText } from './edit-yaml.js';
import type { Edit, Yaml } from './edit-yaml.js';

type Pair = yamlModule.Pair;

/** One top-level key and what it is to say. */
export type YamlEntry = readonly [key: string, value: unknown];

function replacement(yaml: Yaml, text: string, { key, value }: Pair, entry: YamlEntry): Edit[] {
  if (!yaml.isNode(key) || !key.range) return [];
  const [from, keyEnd] = key.range;
  const [start, last] = yaml.isNode(value) && value.range ? value.range : [keyEnd, keyEnd];
  const end = Math.max(endOf(text, start, last), keyEnd);
  const isOneLine = yaml.isScalar(value) && typeof entry[1] !== 'object' && start < end;
  if (isOneLine) return [{ start, end, text: scalarText(yaml, entry[1]) }];
  // Nothing stands behind the colon, or a list does: the key is written again with it.
  const colon = text.indexOf(':', keyEnd) + 1;
  return [{ start: from, end: Math.max(end, colon), text: entryText(yaml, ...entry) }];
}

/** New keys stand behind the last one, before the comments that end the file. */
function addition(yaml: Yaml, text: string, last: number, entries: readonly YamlEntry[]): Edit[] {
  if (entries.length === 0) return [];
  const end = endOf(text, 0, last);
  const lineEnd = /\r?\n|$/.exec(text.slice(end));
  const start = end + (lineEnd?.index ?? 0);
  return [
    { start, end: start, text: entries.map((entry) => `\n${entryText(yaml, ...entry)}`).join('') },
  ];
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
