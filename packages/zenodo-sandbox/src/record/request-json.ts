import type { RequestHead } from '../http/call.js';
import { asksForAccess, isClosed, isOpen, type ReviewRequest } from '../model/review-request.js';
import type { World } from '../model/world.js';

/** A request as invenio-requests tells it. */
export function formatRequest(
  { origin }: Pick<RequestHead, 'origin'>,
  request: ReviewRequest,
  world: Pick<World, 'version'>,
): object {
  const { id, type, status, record, created, updated } = request;
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
    title: titleOf(request, world),
    status,
    is_open: isOpen(request),
    is_closed: isClosed(request),
    is_expired: false,
    expires_at: null,
    created_by: creatorOf(request),
    receiver: receiverOf(request, world),
    topic: { record: String(record) },
    ...payloadOf(request),
  };
}

// Who asks for files asks by the title of the record, and asks its owner.
function titleOf(request: ReviewRequest, world: Pick<World, 'version'>): string {
  if (!asksForAccess(request)) return '';
  return world.version(request.record)?.record?.content.metadata.title ?? '';
}

function creatorOf({ creator, guest }: ReviewRequest): object {
  return guest === undefined ? { user: String(creator) } : { email: guest.email };
}

function receiverOf(request: ReviewRequest, world: Pick<World, 'version'>): object | null {
  if (asksForAccess(request)) return { user: String(world.version(request.record)?.owner) };
  return request.community === undefined ? null : { community: request.community };
}

function payloadOf({ type, reason, note = '', guest }: ReviewRequest): object {
  if (type === 'user-access-request') return { payload: { permission: 'view', message: note } };
  if (guest !== undefined) {
    const { email, name: full_name, consent: consent_to_share_personal_data } = guest;
    const told = { email, full_name, message: note, consent_to_share_personal_data };
    return { payload: { permission: 'view', ...told } };
  }
  return reason === undefined ? {} : { payload: { reason, comment: note } };
}

/** A list of requests, as its search answers. */
export function requestHits(
  head: Pick<RequestHead, 'origin' | 'path'>,
  found: readonly ReviewRequest[],
  world: Pick<World, 'version'>,
) {
  const hits = found.map((request) => formatRequest(head, request, world));
  return {
    hits: { hits, total: hits.length },
    aggregations: {},
    sortBy: 'newest',
    links: { self: `${head.origin}${head.path}` },
  };
}
