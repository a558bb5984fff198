import type { Call, Context } from '../http/call.js';
import { json, text, type Response } from '../http/response.js';
import { findHits } from '../search/hits.js';
import type { Paging } from '../search/paging.js';
import { memberFace, type ToldRecord } from './faces.js';

/** One page of a search in the face that was negotiated (contract D.2). */
export function answerPage(
  context: Context,
  call: Call,
  found: readonly ToldRecord[],
  defaults: { readonly sort?: string; readonly size?: number },
): Response {
  const most = call.actor.account === undefined ? 25 : 100;
  const { hits, total, paging } = findHits(context, call.search, found, {
    sort: defaults.sort,
    size: defaults.size ?? 10,
    most,
  });
  const members = hits.map((record) => memberFace(record, context, call));
  const type = call.accept ?? 'application/json';
  if (!type.endsWith('json')) return text(200, typeOfText(type), members.join('\n'));
  const body = {
    hits: { hits: members, total },
    aggregations: {},
    links: pageLinks(call, paging, total),
  };
  return json(200, body, { 'Content-Type': type });
}

function typeOfText(type: string): string {
  return type === 'text/x-bibliography' ? 'text/plain' : type;
}

function pageLinks(call: Call, { page, size }: Paging, total: number): Record<string, string> {
  const url = (to: number) => {
    const search = new URLSearchParams(call.search);
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
