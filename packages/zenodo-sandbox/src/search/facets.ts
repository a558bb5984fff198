import { resourceType } from '@nx-zenodo/zenodo-api';
import type { SearchDocument } from './document.js';

interface Facet {
  readonly name: string;
  readonly label: string;
  readonly field: string;
  /** Where a value has values below it: `publication::publication-article`. */
  readonly subfield?: string;
  readonly labelOf: (key: string) => string;
}

const asItIs = (key: string) => key;
const capital = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);
const props = 'metadata.resource_type.props';

/** What a search is narrowed by, besides `q`: names of the query string (contract A.3). */
const facets: readonly Facet[] = [
  { name: 'access_status', label: 'Access status', field: 'access.status', labelOf: capital },
  {
    name: 'resource_type',
    label: 'Resource types',
    field: `${props}.type`,
    subfield: `${props}.subtype`,
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

/** Between a value and one below it (invenio-records-resources, NestedTermsFacet). */
const splitter = '::';

/** The test that the facets of a query string put to a document; none of them asks for nothing. */
export function parseFacets(search: URLSearchParams): (document: SearchDocument) => boolean {
  const tests = facets.flatMap((facet) => {
    const wanted = search.getAll(facet.name);
    return wanted.length === 0 ? [] : [testOf(facet, wanted)];
  });
  return (document) => tests.every((test) => test(document));
}

// A value is wanted as it is, or with some of those below it.
function testOf({ field, subfield }: Facet, wanted: readonly string[]) {
  const inner = new Map<string, string[]>();
  for (const name of wanted) {
    const [value = '', ...below] = subfield === undefined ? [name] : name.split(splitter);
    inner.set(value, [...(inner.get(value) ?? []), ...below.slice(-1)]);
  }
  return (document: SearchDocument): boolean =>
    document.values(field).some((value) => {
      const below = inner.get(value);
      if (below === undefined || below.length === 0) return below !== undefined;
      return document.values(subfield ?? '').some((subvalue) => below.includes(subvalue));
    });
}

/** How many of the found have which value: `aggregations` of an answer. */
export function aggregate(
  found: readonly SearchDocument[],
  search: URLSearchParams,
): Record<string, object> {
  return Object.fromEntries(
    facets.map((facet) => {
      const { name, label } = facet;
      return [name, { buckets: bucketsOf(found, facet, search.getAll(name)), label }];
    }),
  );
}

function bucketsOf(
  found: readonly SearchDocument[],
  { field, subfield, labelOf }: Pick<Facet, 'field' | 'subfield' | 'labelOf'>,
  selected: readonly string[],
  above = '',
): object[] {
  const having = new Map<string, SearchDocument[]>();
  for (const document of found) {
    for (const key of new Set(document.values(field))) {
      const known = having.get(key);
      if (known === undefined) having.set(key, [document]);
      else known.push(document);
    }
  }
  const inner = (key: string, documents: readonly SearchDocument[]) => {
    if (subfield === undefined) return {};
    const facet = { field: subfield, labelOf };
    return { inner: { buckets: bucketsOf(documents, facet, selected, `${key}${splitter}`) } };
  };
  return [...having]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .slice(0, 10)
    .map(([key, documents]) => ({
      key,
      doc_count: documents.length,
      label: labelOf(key),
      is_selected: selected.includes(`${above}${key}`),
      ...inner(key, documents),
    }));
}
