import type { RequestHead } from '../http/call.js';
import type { Paging } from './paging.js';

/** `self`, `prev` and `next` of a page of hits. */
export function pageLinks(
  call: Pick<RequestHead, 'origin' | 'path' | 'query'>,
  { page, size }: Pick<Paging, 'page' | 'size'>,
  total: number,
): Record<string, string> {
  const url = (to: number) => {
    const search = new URLSearchParams(call.query);
    // A token in the query is no part of the search, and must not be handed on in links.
    search.delete('access_token');
    search.set('page', String(to));
    search.set('size', String(size));
    search.sort();
    return `${call.origin}${call.path}?${search}`;
  };
  return {
    self: url(page),
    ...(page > 1 ? { prev: url(page - 1) } : {}),
    ...(page * size < total ? { next: url(page + 1) } : {}),
  };
}
