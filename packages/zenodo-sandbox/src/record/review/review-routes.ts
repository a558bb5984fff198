import { requireManager } from '../../access/permission.js';
import type { Call, Context } from '../../http/call.js';
import { invalid, refuse } from '../../http/refusal.js';
import { answer, empty, json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { findDraft, type WithDraft } from '../../lifecycle/lookup.js';
import { decide, openRequest, reviewOf } from '../../lifecycle/review.js';
import type { Change } from '../../model/change.js';
import { isJsonObject } from '../../model/json.js';
import { isClosed, isOpen, type ReviewRequest } from '../../model/review-request.js';
import { publishedVersions } from '../../model/world.js';
import { formatRequest } from '../request-json.js';

const review = '/api/records/:id/draft/review';
const produces = ['application/json'];

/** A draft on its way into a community (contract C.2). */
export const reviewRoutes: readonly Route[] = [
  { method: 'GET', pattern: review, body: 'none', produces, handle: read },
  { method: 'PUT', pattern: review, body: 'json', produces, handle: write },
  { method: 'DELETE', pattern: review, body: 'none', produces, handle: remove },
  {
    method: 'POST',
    pattern: '/api/records/:id/draft/actions/submit-review',
    body: 'json',
    produces,
    handle: submit,
  },
];

function read(context: Context, call: Call): Outcome {
  return answer(json(200, formatRequest(call, findReviewed(context, call).request, context.world)));
}

// A review that is there already is put aside first, which an open one does not allow.
function write(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const account = requireManager(call.actor, version);
  const former = reviewOf(context, version);
  const dropped = former === undefined ? [] : withdrawn(former);
  if (publishedVersions(context.world, version.concept).length > 0) {
    throw refuse(400, 'You cannot create a review for an already published record.');
  }
  const community = readReceiver(context, call);
  const request: ReviewRequest = {
    ...openRequest(context, {
      type: 'community-submission',
      creator: account.id,
      record: version.id,
      community,
    }),
    status: 'created',
  };
  const value = { ...version, review: request.id };
  return {
    response: json(200, formatRequest(call, request, context.world)),
    changes: [...dropped, { put: 'request', value: request }, { put: 'version', value }],
  };
}

function readReceiver(context: Context, call: Call): string {
  const body = isJsonObject(call.json) ? call.json : {};
  const receiver = isJsonObject(body['receiver']) ? body['receiver'] : {};
  const slug = receiver['community'];
  if (body['type'] !== 'community-submission') {
    throw invalid([{ field: 'review.type', messages: ['Invalid review type.'] }]);
  }
  if (typeof slug !== 'string' || !context.communities.includes(slug)) {
    throw invalid([{ field: 'review.receiver', messages: ['Invalid receiver.'] }]);
  }
  return slug;
}

function remove(context: Context, call: Call): Outcome {
  const { version, request } = findReviewed(context, call);
  const value = { ...version, review: undefined };
  return { response: empty(204), changes: [...withdrawn(request), { put: 'version', value }] };
}

// What was never submitted disappears; what was decided stays to be read.
function withdrawn(request: ReviewRequest): Change[] {
  if (isOpen(request)) throw refuse(400, 'An open review cannot be deleted.');
  return isClosed(request) ? [] : [{ drop: 'request', id: request.id }];
}

// Curators accept at once what they submit themselves, unless they want it reviewed; the rest waits.
function submit(context: Context, call: Call): Outcome {
  const { version, request } = findReviewed(context, call);
  const account = requireManager(call.actor, version, 'deposit:actions');
  if (request.status !== 'created') throw refuse(400, 'The review was submitted already.');
  const wanted = isJsonObject(call.json) ? call.json['require_review'] : undefined;
  if (wanted !== undefined && typeof wanted !== 'boolean') {
    throw invalid([{ field: 'require_review', messages: ['Must be a boolean, true or false'] }]);
  }
  const submitted: ReviewRequest = { ...request, status: 'submitted' };
  const curates = account.communities?.includes(request.community ?? '') === true;
  if (!curates || wanted === true) {
    const changes: Change[] = [{ put: 'request', value: submitted }];
    return { response: json(202, formatRequest(call, submitted, context.world)), changes };
  }
  const decided = decide(context, submitted, 'accept');
  return {
    response: json(202, formatRequest(call, decided.request, context.world)),
    changes: decided.changes,
  };
}

function findReviewed(
  context: Context,
  call: Call,
): { version: WithDraft; request: ReviewRequest } {
  const version = findDraft(context, call, 'deposit:write');
  const request = reviewOf(context, version);
  if (request === undefined) throw refuse(404, 'Review for draft not found');
  return { version, request };
}
