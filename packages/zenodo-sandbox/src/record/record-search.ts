import { mayManage } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { answer, json, type Outcome } from '../http/response.js';
import { findRecord } from '../lifecycle/lookup.js';
import { addressesAt } from '../model/links.js';
import type { Version } from '../model/version.js';
import { latestPublished } from '../model/world.js';
import { documentOf, isIndexed } from '../search/document.js';
import { parsePaging } from '../search/paging.js';
import { parseQuery } from '../search/query.js';
import { parseSort, type Order } from '../search/sort.js';
import { formatZenodoRecord } from './zenodo-record.js';

/** `GET /api/records`: published records, the newest version of each unless `all_versions` is set. */
export function searchRecords(context: Context, call: Call): Outcome {
  const query = call.search.get('q');
  const matches = parseQuery(query ?? '');
  const all = call.search.has('all_versions');
  const found = [...context.world.versions()].filter(
    (version) => all || latestPublished(context.world, version.concept)?.id === version.id,
  );
  return answerPage(context, call, found, parseSort(call.search, query !== null), matches);
}

/** `GET /api/records/ID/versions`: all published versions of the same work. */
export function searchVersions(context: Context, call: Call): Outcome {
  const { concept } = findRecord(context, call);
  const found = [...context.world.versions()].filter((version) => version.concept === concept);
  const search = new URLSearchParams([['sort', call.search.get('sort') ?? 'version']]);
  return answerPage(context, call, found, parseSort(search, false), () => true);
}

function answerPage(
  context: Context,
  call: Call,
  found: readonly Version[],
  order: Order,
  matches: ReturnType<typeof parseQuery>,
): Outcome {
  const paging = parsePaging(call.search, 10, call.actor.account === undefined ? 25 : 100);
  const hits = found
    .flatMap((version) => {
      const { record } = version;
      if (record === undefined || version.deleted !== undefined) return [];
      if (!isIndexed(context, version.published)) return [];
      if (record.content.access.record !== 'public' && !mayManage(call.actor, version)) return [];
      return [{ version, record, document: documentOf(context.world, version, record) }];
    })
    .filter(({ document }) => matches(document))
    .sort((a, b) => order(a.document, b.document));
  const addresses = addressesAt(call.origin);
  const page = hits
    .slice(paging.from, paging.from + paging.size)
    .map(({ version, record }) => formatZenodoRecord(context.world, version, record, addresses));
  const links = pageLinks(call, paging.page, paging.size, hits.length);
  return answer(json(200, { hits: { hits: page, total: hits.length }, aggregations: {}, links }));
}

function pageLinks(call: Call, page: number, size: number, total: number): Record<string, string> {
  const url = (to: number) => {
    const search = new URLSearchParams(call.search);
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
