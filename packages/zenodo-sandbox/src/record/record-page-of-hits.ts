import type { Call, Context } from '../http/call.js';
import { json, text, type Response } from '../http/response.js';
import { findHits } from '../search/hits.js';
import { pageLinks } from '../search/page-links.js';
import {
  isTextFace,
  listFace,
  memberFace,
  rdmType,
  sentAs,
  type ToldRecord,
} from './faces/faces.js';

/** One page of a search in the face that was negotiated (contract D.2). */
export function answerPage(
  context: Context,
  call: Call,
  found: readonly ToldRecord[],
  defaults: { readonly sort?: string },
): Response {
  const most = call.actor.account === undefined ? 25 : 100;
  const { hits, total, paging, sort, aggregations } = findHits(context, call.search, found, {
    sort: defaults.sort,
    size: 25,
    most,
  });
  const type = call.accept ?? 'application/json';
  if (isTextFace(type)) return text(200, sentAs(type), listFace(hits, context, call));
  const body = {
    hits: { hits: hits.map((record) => memberFace(record, context, call)), total },
    aggregations: aggregations(),
    ...(type === rdmType ? { sortBy: sort } : {}),
    links: pageLinks(call, { ...paging, sort }, total),
  };
  return json(200, body, { 'Content-Type': type });
}
