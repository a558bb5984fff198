import type { RequestHead } from '../http/call.js';
import { isClosed, isOpen, type ReviewRequest } from '../model/review-request.js';

/** A request as invenio-requests tells it. */
export function formatRequest(
  { origin }: Pick<RequestHead, 'origin'>,
  request: ReviewRequest,
): object {
  const { id, type, status, creator, community, record, created, updated } = request;
  const self = `${origin}/api/requests/${id}`;
  const actions = isOpen(request)
    ? ['accept', 'decline', 'cancel']
    : status === 'created'
      ? ['submit', 'delete']
      : [];
  return {
    id,
    created,
    updated,
    revision_id: 1,
    links: {
      self,
      actions: Object.fromEntries(actions.map((name) => [name, `${self}/actions/${name}`])),
    },
    type,
    title: '',
    status,
    is_open: isOpen(request),
    is_closed: isClosed(request),
    is_expired: false,
    expires_at: null,
    created_by: { user: String(creator) },
    receiver: community === undefined ? null : { community },
    topic: { record: String(record) },
    ...(request.reason === undefined
      ? {}
      : { payload: { reason: request.reason, comment: request.note ?? '' } }),
  };
}

/** A list of requests, as its search answers. */
export function requestHits(
  head: Pick<RequestHead, 'origin' | 'path'>,
  found: readonly ReviewRequest[],
) {
  const hits = found.map((request) => formatRequest(head, request));
  return {
    hits: { hits, total: hits.length },
    aggregations: {},
    sortBy: 'newest',
    links: { self: `${head.origin}${head.path}` },
  };
}
