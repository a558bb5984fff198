import type { Call, RequestHead } from '../http/call.js';
import { invalid } from '../http/refusal.js';
import { pageLinks } from '../search/page-links.js';
import { parsePaging } from '../search/paging.js';
import { sortName } from '../search/sort.js';

/** A community as invenio-communities tells it: here it is no more than its slug, which is its id as well. */
export function formatCommunity({ origin }: Pick<RequestHead, 'origin'>, slug: string): object {
  const name = encodeURIComponent(slug);
  const self = `${origin}/api/communities/${name}`;
  return {
    id: slug,
    created: '2024-01-01T00:00:00.000000+00:00',
    updated: '2024-01-01T00:00:00.000000+00:00',
    revision_id: 1,
    links: {
      self,
      self_html: `${origin}/communities/${name}`,
      records: `${self}/records`,
      records_html: `${origin}/communities/${name}/records`,
    },
    slug,
    metadata: { title: slug },
    access: {
      visibility: 'public',
      members_visibility: 'public',
      member_policy: 'closed',
      record_submission_policy: 'open',
      review_policy: 'closed',
    },
    custom_fields: {},
    deletion_status: { is_deleted: false, status: 'P' },
  };
}

/** What a list of communities can be sorted by; all of them are equally old. */
const orders = ['newest', 'oldest', 'bestmatch'];

/** A page of communities, as their search answers. */
export function communityHits(call: Call, slugs: readonly string[]): object {
  const paging = parsePaging(call.search, 25, 1000);
  const sort = sortName(call.search);
  if (!orders.includes(sort)) {
    throw invalid([{ field: '_schema', messages: [`Invalid sort option '${sort}'.`] }]);
  }
  const shown = slugs.slice(paging.from, paging.from + paging.size);
  return {
    hits: { hits: shown.map((slug) => formatCommunity(call, slug)), total: slugs.length },
    aggregations: {},
    sortBy: sort,
    links: pageLinks(call, { ...paging, sort }, slugs.length),
  };
}
