import type { Context } from '../http/call.js';
import { isCompleted } from '../model/file-entry.js';
import { isJsonObject, type Json } from '../model/json.js';
import type { Concept, Revision, Version } from '../model/version.js';
import type { World } from '../model/world.js';

/** A version as the search index keeps it: the fields of InvenioRDM by their dotted names. */
export interface SearchDocument {
  readonly id: number;
  readonly created: string;
  readonly updated: string;
  /** EDTF date. */
  readonly published: string;
  readonly index: number;
  /** All values of a field; a name of a group gives the values below it. */
  values(field: string): readonly string[];
  /** All text, for words without a field. */
  text(): string;
}

/** The document of one state of a version; its fields are gathered when they are asked for. */
export function documentOf(world: World, version: Version, shown: Revision): SearchDocument {
  const fields = () => indexed(world, version, shown);
  const { metadata } = shown.content;
  return {
    id: version.id,
    created: version.created,
    updated: shown.updated,
    published: metadata.publication_date ?? '',
    index: (world.concept(version.concept)?.versions.indexOf(version.id) ?? 0) + 1,
    values: (field) => leaves(at(fields(), field)),
    text: () =>
      leaves(metadata as Json)
        .join('\n')
        .toLowerCase(),
  };
}

// Rows are never changed in place, so what was gathered from them stays true as long as they are there.
const index = new WeakMap<Revision, { of: Version; concept: Concept | undefined; fields: Json }>();

function indexed(world: World, version: Version, shown: Revision): Json {
  const concept = world.concept(version.concept);
  const known = index.get(shown);
  if (known !== undefined && known.of === version && known.concept === concept) return known.fields;
  const fields = fieldsOf(concept, version, shown);
  index.set(shown, { of: version, concept, fields });
  return fields;
}

function fieldsOf(concept: Concept | undefined, version: Version, shown: Revision): Json {
  const { metadata, customFields, access, pids } = shown.content;
  const files = shown.files.filter(isCompleted);
  return {
    id: String(version.id),
    created: version.created,
    updated: shown.updated,
    is_published: version.record !== undefined,
    parent: {
      id: String(version.concept),
      access: { owned_by: { user: version.owner } },
      communities: { ids: concept?.communities },
      pids: { doi: { identifier: concept?.doi } },
    },
    pids,
    metadata: { ...metadata, resource_type: withProps(metadata.resource_type?.id) },
    custom_fields: customFields,
    access: { ...access, status: accessStatus(shown) },
    versions: { index: (concept?.versions.indexOf(version.id) ?? 0) + 1 },
    files: {
      count: files.length,
      totalbytes: files.reduce((sum, { content }) => sum + content.size, 0),
      types: files.map(({ key }) => key.split('.').at(-1)),
      entries: files.map(({ key, content }) => ({
        key,
        checksum: `md5:${content.md5}`,
        size: content.size,
      })),
    },
  } as unknown as Json;
}

function withProps(id: string | undefined): object | undefined {
  if (id === undefined) return undefined;
  const [type, subtype] = id.split('-');
  return { id, props: { type, subtype: subtype === undefined ? undefined : id } };
}

/** False while something is too new for an index that is behind (contract A.3: eventually consistent). */
export function isIndexed(context: Context, instant = ''): boolean {
  if (context.indexDelay === undefined) return true;
  return Date.parse(instant) + context.indexDelay * 1000 <= context.now.getTime();
}

/** What a reader is told of the access: open, embargoed or restricted. */
export function accessStatus({ content }: Revision): 'open' | 'embargoed' | 'restricted' {
  if (content.access.embargo?.active === true) return 'embargoed';
  return content.access.files === 'public' ? 'open' : 'restricted';
}

// Arrays are passed through: `creators.name` reads the name of every creator, as an index does.
function at(value: Json | undefined, field: string): Json[] {
  let found: Json[] = value === undefined ? [] : [value];
  for (const name of field.split('.')) {
    found = found.flatMap((item) => {
      const inner = isJsonObject(item) ? item[name] : undefined;
      if (inner === undefined) return [];
      return Array.isArray(inner) ? (inner as Json[]) : [inner];
    });
  }
  return found;
}

function leaves(value: Json | readonly Json[] | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item: Json) => leaves(item));
  if (isJsonObject(value)) return Object.values(value).flatMap((item) => leaves(item));
  return [String(value)];
}
