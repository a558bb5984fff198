import type { Context } from '../http/call.js';
import { isJsonObject, type Json } from '../model/json.js';
import type { Revision, Version } from '../model/version.js';
import type { World } from '../model/world.js';

/** A version as the search index keeps it: the fields of InvenioRDM by their dotted names. */
export interface SearchDocument {
  readonly id: number;
  readonly created: string;
  readonly updated: string;
  readonly index: number;
  /** All values of a field; a name of a group gives the values below it. */
  values(field: string): readonly string[];
  /** All text, for words without a field. */
  text(): string;
}

/** Builds the document of one state of a version. */
export function documentOf(world: World, version: Version, shown: Revision): SearchDocument {
  const concept = world.concept(version.concept);
  const index = (concept?.versions.indexOf(version.id) ?? 0) + 1;
  const completed = shown.files.filter((file) => file.content !== undefined);
  const source = {
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
    pids: shown.content.pids,
    metadata: shown.content.metadata,
    custom_fields: shown.content.custom_fields,
    access: { ...shown.content.access, status: accessStatus(shown) },
    versions: { index },
    files: {
      count: completed.length,
      totalbytes: completed.reduce((sum, file) => sum + (file.content?.size ?? 0), 0),
      types: completed.map((file) => file.key.split('.').at(-1)),
      entries: completed.map((file) => ({
        key: file.key,
        checksum: `md5:${file.content?.md5 ?? ''}`,
        size: file.content?.size,
      })),
    },
  } as unknown as Json;
  return {
    id: version.id,
    created: version.created,
    updated: shown.updated,
    index,
    values: (field) => leaves(at(source, field)),
    text: () =>
      leaves((source as { metadata: Json }).metadata)
        .join('\n')
        .toLowerCase(),
  };
}

/** False while something is too new for an index that is behind (contract A.3: eventually consistent). */
export function isIndexed(context: Context, instant = ''): boolean {
  if (context.indexDelay === undefined) return true;
  return Date.parse(instant) + context.indexDelay * 1000 <= context.now.getTime();
}

/** What a reader is told of the access: open, embargoed or restricted. */
export function accessStatus({ content }: Revision): string {
  if (content.access.embargo.active) return 'embargoed';
  return content.access.files === 'public' && content.access.record === 'public'
    ? 'open'
    : 'restricted';
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
