import type { Context } from '../http/call.js';
import { refuse } from '../http/refusal.js';
import type { Change } from '../model/change.js';
import { formatInstant } from '../model/instant.js';
import { asksForAccess, isClosed, isOpen, type ReviewRequest } from '../model/review-request.js';
import type { Version } from '../model/version.js';
import { openFiles } from './access-request.js';
import { publishDraft } from './publish.js';

export type Decision = 'accept' | 'decline' | 'cancel';

/** The review that a draft is meant for, whatever became of it. */
export function reviewOf({ world }: Context, { review }: Version): ReviewRequest | undefined {
  return review === undefined ? undefined : world.request(review);
}

/** Throws 400 while a draft is on its way into a community: it is published by the answer (contract C.2). */
export function checkNoReview(context: Context, version: Version): void {
  const review = reviewOf(context, version);
  if (review === undefined || isClosed(review)) return;
  const message =
    'You cannot publish a draft with an open review request. Please cancel the review request first.';
  throw refuse(400, message);
}

/** Throws 400 when the draft of an open review is to be deleted. */
export function checkNotUnderReview(context: Context, version: Version): void {
  const review = reviewOf(context, version);
  if (review === undefined || !isOpen(review)) return;
  const message = 'You cannot delete a draft with an open review. Please cancel the review first.';
  throw refuse(400, message);
}

/** The request with another status, and the rows of what follows from it. */
export function decide(
  context: Context,
  request: ReviewRequest,
  decision: Decision,
): { readonly request: ReviewRequest; readonly changes: readonly Change[] } {
  if (!isOpen(request)) throw refuse(400, `You cannot ${decision} a request that is not open.`);
  const status = ({ accept: 'accepted', decline: 'declined', cancel: 'cancelled' } as const)[
    decision
  ];
  const decided: ReviewRequest = { ...request, status, updated: formatInstant(context.now) };
  const effects = decision === 'accept' ? effectsOf(context, decided) : [];
  return { request: decided, changes: [...effects, { put: 'request', value: decided }] };
}

function effectsOf(context: Context, request: ReviewRequest): readonly Change[] {
  const version = context.world.version(request.record);
  const { community: slug = '' } = request;
  if (version === undefined) throw refuse(400, 'The record of the request is gone.');
  if (request.type === 'community-submission') {
    const { draft } = version;
    if (draft === undefined) throw refuse(400, 'The draft of the request is gone.');
    return publishDraft(context, { ...version, review: undefined, draft }, [slug]).changes;
  }
  if (asksForAccess(request)) return openFiles(context, version, request);
  if (request.type === 'record-deletion') return deletion(context, version, request);
  const concept = context.world.concept(version.concept);
  if (concept === undefined || concept.communities.includes(slug)) return [];
  return [{ put: 'concept', value: { ...concept, communities: [...concept.communities, slug] } }];
}

/** What deletes a record: its tombstone stays. */
export function deletion(
  context: Context,
  version: Version,
  { reason = 'other', note = '' }: Pick<ReviewRequest, 'reason' | 'note'>,
): Change[] {
  const deleted = { removed: formatInstant(context.now), reason, note };
  return [{ put: 'version', value: { ...version, draft: undefined, deleted } }];
}

/** A new request that is open from the start. */
export function openRequest(
  context: Context,
  facts: Omit<ReviewRequest, 'id' | 'status' | 'created' | 'updated'>,
): ReviewRequest {
  const now = formatInstant(context.now);
  return { id: context.uuid(), status: 'submitted', created: now, updated: now, ...facts };
}
