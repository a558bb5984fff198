import type { Context } from '../http/call.js';
import type { Revision, Version } from '../model/version.js';
import { documentOf } from './document.js';
import { aggregate, parseFacets } from './facets.js';
import { parseLegacyFilters } from './legacy-filter.js';
import { parsePaging, type Paging } from './paging.js';
import { parseQuery } from './query.js';
import { parseSort, sortName } from './sort.js';

/** A state of a version that a search may find. */
export interface Candidate {
  readonly version: Version;
  readonly shown: Revision;
}

export interface Hits<C> {
  /** Those of the page that was asked for. */
  readonly hits: readonly C[];
  readonly total: number;
  readonly paging: Paging;
  /** Name of the order that they are in. */
  readonly sort: string;
  /** Counts of the facets, over all that `q` finds; made when it is asked for. */
  readonly aggregations: () => Record<string, object>;
}

/** Reads `q`, `sort`, facets, Zenodo's own filters, `page` and `size` and finds what they ask for among the candidates. */
export function findHits<C extends Candidate>(
  context: Context,
  search: URLSearchParams,
  candidates: readonly C[],
  limits: { readonly sort?: string | undefined; readonly size: number; readonly most: number },
): Hits<C> {
  const paging = parsePaging(search, limits.size, limits.most);
  const matches = parseQuery(search.get('q') ?? '');
  const isKept = parseLegacyFilters(search, context.communities);
  const isWithin = parseFacets(search);
  const sort = sortName(search, limits.sort);
  const order = parseSort(sort);
  const matching = candidates
    .map((candidate) => ({
      candidate,
      document: documentOf(context.world, candidate.version, candidate.shown),
    }))
    .filter(({ document }) => matches(document) && isKept(document));
  const found = matching
    .filter(({ document }) => isWithin(document))
    .sort((a, b) => order(a.document, b.document));
  return {
    hits: found.slice(paging.from, paging.from + paging.size).map(({ candidate }) => candidate),
    total: found.length,
    paging,
    sort,
    aggregations: () =>
      aggregate(
        matching.map(({ document }) => document),
        search,
      ),
  };
}
