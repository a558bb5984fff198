import type { Context } from '../http/call.js';
import type { Revision, Version } from '../model/version.js';
import { documentOf } from './document.js';
import { parsePaging, type Paging } from './paging.js';
import { parseQuery } from './query.js';
import { parseSort } from './sort.js';

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
}

/** Reads `q`, `sort`, `page` and `size` and finds what they ask for among the candidates. */
export function findHits<C extends Candidate>(
  context: Context,
  search: URLSearchParams,
  candidates: readonly C[],
  limits: { readonly sort?: string | undefined; readonly size: number; readonly most: number },
): Hits<C> {
  const paging = parsePaging(search, limits.size, limits.most);
  const query = search.get('q') ?? '';
  const matches = parseQuery(query);
  const order = parseSort(search.get('sort') ?? limits.sort, query !== '');
  const found = candidates
    .map((candidate) => ({
      candidate,
      document: documentOf(context.world, candidate.version, candidate.shown),
    }))
    .filter(({ document }) => matches(document))
    .sort((a, b) => order(a.document, b.document));
  const page = found.slice(paging.from, paging.from + paging.size);
  return { hits: page.map(({ candidate }) => candidate), total: found.length, paging };
}
