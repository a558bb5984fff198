import type { RequestHead } from '../http/call.js';
import type { Paging } from './paging.js';

/** `self`, `prev` and `next` of a page of hits; the sort option is named as well when it was not asked for. */
export function pageLinks(
  call: Pick<RequestHead, 'origin' | 'path' | 'query'>,
  { page, size, sort }: Pick<Paging, 'page' | 'size'> & { readonly sort: string },
  total: number,
): Record<string, string> {
  const url = (to: number) => {
    const search = new URLSearchParams(call.query);
    // A token in the query is no part of the search, and must not be handed on in links.
    search.delete('access_token');
    search.set('page', String(to));
    search.set('size', String(size));
    search.set('sort', sort);
    search.sort();
    return `${call.origin}${call.path}?${search}`;
  };
  return {
    self: url(page),
    ...(page > 1 ? { prev: url(page - 1) } : {}),
    ...(page * size < total ? { next: url(page + 1) } : {}),
  };
}
