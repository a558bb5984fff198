import type { RequestHead } from '../http/call.js';

/** A community as invenio-communities tells it: here it is no more than its slug, which is its id as well. */
export function formatCommunity({ origin }: Pick<RequestHead, 'origin'>, slug: string): object {
  const self = `${origin}/api/communities/${encodeURIComponent(slug)}`;
  return {
    id: slug,
    created: '2024-01-01T00:00:00.000000+00:00',
    updated: '2024-01-01T00:00:00.000000+00:00',
    revision_id: 1,
    links: { self, records: `${self}/records` },
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

/** A list of communities, as its search answers. */
export function communityHits(
  head: Pick<RequestHead, 'origin' | 'path'>,
  slugs: readonly string[],
) {
  const hits = slugs.map((slug) => formatCommunity(head, slug));
  return {
    hits: { hits, total: hits.length },
    aggregations: {},
    sortBy: 'newest',
    links: { self: `${head.origin}${head.path}` },
  };
}
