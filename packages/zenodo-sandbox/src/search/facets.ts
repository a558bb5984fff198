import { resourceType } from '@nx-zenodo/zenodo-api';
import type { SearchDocument } from './document.js';

interface Facet {
  readonly name: string;
  readonly label: string;
  readonly field: string;
  readonly labelOf: (key: string) => string;
}

const asItIs = (key: string) => key;
const capital = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);

/** What a search is narrowed by, besides `q`: names of the query string (contract A.3). */
const facets: readonly Facet[] = [
  { name: 'access_status', label: 'Access status', field: 'access.status', labelOf: capital },
  {
    name: 'resource_type',
    label: 'Resource types',
    field: 'metadata.resource_type.props.type',
    labelOf: (key) => resourceType(key)?.title ?? key,
  },
  { name: 'subject', label: 'Subjects', field: 'metadata.subjects.subject', labelOf: asItIs },
  {
    name: 'file_type',
    label: 'File type',
    field: 'files.types',
    labelOf: (key) => key.toUpperCase(),
  },
];

/** A resource type is narrowed by its subtype as well: `publication+inner:publication-article`. */
const subtypes = 'metadata.resource_type.props.subtype';

/** The test that the facets of a query string put to a document; none of them asks for nothing. */
export function parseFacets(search: URLSearchParams): (document: SearchDocument) => boolean {
  const asked = facets
    .map(({ name, field }) => ({ field, wanted: search.getAll(name) }))
    .filter(({ wanted }) => wanted.length > 0);
  return (document) =>
    asked.every(({ field, wanted }) => wanted.some((value) => holds(document, field, value)));
}

function holds(document: SearchDocument, field: string, wanted: string): boolean {
  const [value = '', inner] = wanted.split(/[+ ]inner:/);
  if (inner !== undefined) return document.values(subtypes).includes(inner);
  return document.values(field).includes(value);
}

/** How many of the found have which value: `aggregations` of an answer. */
export function aggregate(
  found: readonly SearchDocument[],
  search: URLSearchParams,
): Record<string, object> {
  return Object.fromEntries(
    facets.map(({ name, label, field, labelOf }) => {
      const counts = new Map<string, number>();
      for (const document of found) {
        for (const key of new Set(document.values(field))) {
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      }
      const buckets = [...counts]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, 10)
        .map(([key, doc_count]) => ({
          key,
          doc_count,
          label: labelOf(key),
          is_selected: search.getAll(name).includes(key),
        }));
      return [name, { buckets, label }];
    }),
  );
}
