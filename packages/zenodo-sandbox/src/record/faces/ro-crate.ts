import { invalid, refuse, type FieldError } from '../../http/refusal.js';
import { isJsonObject, type JsonObject } from '../../model/json.js';

/** Media type of an RO-Crate 1.1 as the body of a draft: its profile is part of the name. */
export const roCrateType = 'application/ld+json;profile="https://w3id.org/ro/crate/1.1"';

const required = 'Missing data for required field.';

/** The body of a draft that an RO-Crate's metadata file asks for: a dataset (contract 0.4). */
export function readRoCrate(body: unknown): JsonObject {
  const graph = isJsonObject(body) ? body['@graph'] : undefined;
  if (!Array.isArray(graph)) throw refuse(400, 'Invalid RO-Crate: it has no @graph.');
  const entities = new Map(
    graph.filter((item) => isJsonObject(item)).map((item) => [item['@id'], item] as const),
  );
  const descriptor = entities.get('ro-crate-metadata.json');
  const about = isJsonObject(descriptor?.['about']) ? descriptor['about']['@id'] : '..';
  const root = entities.get(about);
  if (root === undefined) throw refuse(400, 'Invalid RO-Crate: it has no root dataset.');
  const errors: FieldError[] = [];
  const resolve = (value: unknown): JsonObject[] =>
    listOf(value).flatMap((item) => {
      if (!isJsonObject(item)) return [];
      return [entities.get(item['@id']) ?? item];
    });
  const metadata = metadataOf(root, resolve, errors);
  if (errors.length > 0) throw invalid(errors);
  return { metadata };
}

type Resolve = (value: unknown) => JsonObject[];

function metadataOf(root: JsonObject, resolve: Resolve, errors: FieldError[]): JsonObject {
  const title = textOf(root['name']);
  const date = textOf(root['datePublished']);
  const authors = resolve(root['author']);
  const [licence] = resolve(root['license']);
  const missing = {
    name: title,
    datePublished: date,
    author: authors[0],
    license: licence === undefined ? undefined : textOf(licence['name']),
  };
  for (const [field, value] of Object.entries(missing)) {
    if (value === undefined) errors.push({ field, messages: [required] });
  }
  const description = textOf(root['description']);
  const details = textOf(licence?.['description']);
  const keywords = listOf(root['keywords']).filter((word) => typeof word === 'string');
  return {
    resource_type: { id: 'dataset' },
    title,
    publication_date: date?.slice(0, 10),
    creators: authors.map((author, index) => creatorOf(author, index, resolve, errors)),
    ...(description === undefined ? {} : { description }),
    rights: [
      {
        title: { en: textOf(licence?.['name']) },
        ...(details === undefined ? {} : { description: { en: details } }),
      },
    ],
    ...(keywords.length === 0 ? {} : { subjects: keywords.map((subject) => ({ subject })) }),
  };
}

function creatorOf(
  author: JsonObject,
  index: number,
  resolve: Resolve,
  errors: FieldError[],
): JsonObject {
  const [type] = listOf(author['@type']);
  const needed = (name: string): string | undefined => {
    const value = textOf(author[name]);
    if (value === undefined)
      errors.push({ field: `author.${index}.${name}`, messages: [required] });
    return value;
  };
  if (type === 'Organization') {
    return { person_or_org: { type: 'organizational', name: needed('name') } };
  }
  if (type !== 'Person') {
    const messages = ["'@type' must be 'Person' or 'Organization'"];
    errors.push({ field: `author.${index}.@type`, messages });
  }
  const [family_name, given_name] = [needed('familyName'), needed('givenName')];
  return {
    person_or_org: { type: 'personal', family_name, given_name },
    affiliations: resolve(author['affiliation']).map((place) => ({ name: textOf(place['name']) })),
  };
}

// JSON-LD says one value with or without a list around it.
function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function textOf(value: unknown): string | undefined {
  const [text] = listOf(value);
  return typeof text === 'string' && text !== '' ? text : undefined;
}
