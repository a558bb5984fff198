import { isObject } from '@nx-zenodo/zenodo-api';
import type { JsonObject } from '@nx-zenodo/zenodo-api';
import { applyEdits, editYaml, endOf, entryText } from './edit-yaml.js';
import { bareOrcid, depositName, nameKey } from '../source/person-name.js';

/** How a file names a person and gives an ORCID. */
export interface PersonForm {
  readonly keys: { readonly family: string; readonly given: string };
  readonly orcid: string;
}

const nameOf = (person: JsonObject, { keys }: PersonForm): string =>
  nameKey(
    depositName({
      family: person[keys.family],
      given: person[keys.given],
      particle: person['name-particle'],
      suffix: person['name-suffix'],
      whole: person['name'] ?? person['alias'],
    }),
  );

/** For every wanted person the entry that stands already, each at most once; null where there is none. */
function match(
  standing: readonly unknown[],
  wanted: readonly JsonObject[],
  form: PersonForm,
): readonly (number | null)[] {
  const free = new Set(standing.keys());
  return wanted.map((person) => {
    const found = [...free].find((index) => {
      const entry = standing[index];
      return isObject(entry) && nameOf(entry, form) === nameOf(person, form);
    });
    if (found !== undefined) free.delete(found);
    return found ?? null;
  });
}

/** What an entry that stands has to change: its ORCID, where another is wanted. */
function orcidOf(entry: unknown, person: JsonObject, form: PersonForm): unknown {
  const wanted = person[form.orcid];
  const has = isObject(entry) ? bareOrcid(entry[form.orcid]) : '';
  return wanted !== undefined && bareOrcid(wanted) !== has ? wanted : undefined;
}

/** The wanted people in their order; of those who stand already, everything but another ORCID stays. */
export function syncPeople(
  standing: unknown,
  wanted: readonly JsonObject[],
  form: PersonForm,
): JsonObject[] {
  const list: readonly unknown[] = Array.isArray(standing) ? standing : [];
  const matches = match(list, wanted, form);
  return wanted.map((person, index) => {
    const at = matches[index] ?? null;
    const entry = at === null ? undefined : list[at];
    if (!isObject(entry)) return person;
    const orcid = orcidOf(entry, person, form);
    return orcid === undefined ? entry : { ...entry, [form.orcid]: orcid };
  });
}

/** The lines of every item of a block list, each with the comments before it. */
async function itemTexts(text: string, key: string) {
  const yaml = await import('yaml');
  const { contents } = yaml.parseDocument(text, { version: '1.1' });
  const list: unknown = yaml.isMap(contents) ? contents.get(key, true) : undefined;
  if (!yaml.isSeq(list) || list.flow === true || !list.range) return null;
  const ends = list.items.map((item) => {
    const [start, last] = yaml.isNode(item) ? (item.range ?? [0, 0]) : [0, 0];
    const line = text.indexOf('\n', endOf(text, start, last));
    return line < 0 ? text.length : line + 1;
  });
  const [first] = list.items;
  const dash = yaml.isNode(first) && first.range ? text.lastIndexOf('-', first.range[0]) : -1;
  if (dash < 0) return null;
  // Comments between the key and the first item are its own.
  const colon = text.indexOf(':', text.lastIndexOf(`${key}`, dash));
  const from = text.indexOf('\n', colon) + 1;
  const starts = [from, ...ends.slice(0, -1)];
  const indent = dash - (text.lastIndexOf('\n', dash - 1) + 1);
  const items = starts.map((start, index) => text.slice(start, ends[index]));
  const write = (person: JsonObject) => {
    const [, ...lines] = entryText(yaml, key, [person]).split('\n');
    return `${lines.map((line) => ' '.repeat(indent) + line.replace(/^ {2}/, '')).join('\n')}\n`;
  };
  return { items, write, start: from, end: ends.at(-1) ?? from };
}

/**
 * The same for a list of people in YAML: entries that stand keep their text with all comments, in the wanted
 * order. Null where the list is written in brackets or not there, and has to be written anew.
 */
export async function syncPeopleInYaml(
  text: string,
  key: string,
  { standing, wanted }: { readonly standing: unknown; readonly wanted: readonly JsonObject[] },
  form: PersonForm,
): Promise<string | null> {
  const list: readonly unknown[] = Array.isArray(standing) ? standing : [];
  const found = await itemTexts(text, key);
  if (found === null || found.items.length !== list.length) return null;
  const matches = match(list, wanted, form);
  const parts = wanted.map((person, index) => {
    const at = matches[index] ?? null;
    const item = at === null ? undefined : found.items[at];
    if (item === undefined) return found.write(person);
    return item.endsWith('\n') ? item : `${item}\n`;
  });
  const synced = applyEdits(text, [
    { start: found.start, end: found.end, text: parts.join('').replaceAll('\r\n', '\n') },
  ]);
  const orcids = wanted.flatMap((person, index) => {
    const at = matches[index] ?? null;
    const value = at === null ? undefined : orcidOf(list[at], person, form);
    return value === undefined ? [] : [{ path: [key, index, form.orcid], value }];
  });
  return editYaml(synced, orcids);
}
