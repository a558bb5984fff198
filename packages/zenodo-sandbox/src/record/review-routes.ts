import { requireManager } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { invalid, refuse } from '../http/refusal.js';
import { answer, empty, json, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { findDraft, type WithDraft } from '../lifecycle/lookup.js';
import { publishDraft } from '../lifecycle/publish.js';
import { isJsonObject } from '../model/json.js';

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
  return answer(json(200, told(call, findReviewed(context, call))));
}

function write(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const body = isJsonObject(call.json) ? call.json : {};
  const receiver = isJsonObject(body['receiver']) ? body['receiver'] : {};
  const slug = receiver['community'];
  const known = context.accounts.flatMap(({ communities }) => communities ?? []);
  if (body['type'] !== 'community-submission') {
    throw invalid([{ field: 'review.type', messages: ['Invalid review type.'] }]);
  }
  if (typeof slug !== 'string' || !known.includes(slug)) {
    throw invalid([{ field: 'review.receiver', messages: ['Invalid receiver.'] }]);
  }
  const value = { ...version, review: slug };
  return { response: json(200, told(call, value)), changes: [{ put: 'version', value }] };
}

function remove(context: Context, call: Call): Outcome {
  const version = findReviewed(context, call);
  const value = { ...version, review: undefined };
  return { response: empty(204), changes: [{ put: 'version', value }] };
}

// Curators accept at once what they submit themselves; for others the request stays open, since
// nobody sits here who would decide about it.
function submit(context: Context, call: Call): Outcome {
  const version = findReviewed(context, call);
  const account = requireManager(call.actor, version, 'deposit:actions');
  const slug = version.review ?? '';
  if (account.communities?.includes(slug) !== true) {
    return answer(json(202, { ...told(call, version), is_open: true, status: 'submitted' }));
  }
  const fields = version.draft.content.customFields;
  const asked = Array.isArray(fields['legacy:communities']) ? fields['legacy:communities'] : [];
  const customFields = { ...fields, 'legacy:communities': [...asked, slug] };
  const content = { ...version.draft.content, customFields };
  const step = publishDraft(context, {
    ...version,
    review: undefined,
    draft: { ...version.draft, content },
  });
  const response = json(202, { ...told(call, version), is_open: false, status: 'accepted' });
  return { response, changes: step.changes };
}

function findReviewed(context: Context, call: Call): WithDraft {
  const version = findDraft(context, call, 'deposit:write');
  if (version.review === undefined) throw refuse(404, 'Review for draft not found');
  return version;
}

function told(call: Call, { id, review: slug = '' }: WithDraft) {
  return {
    id: `${id}`,
    type: 'community-submission',
    status: 'created',
    is_open: false,
    receiver: { community: slug },
    topic: { record: `${id}` },
    links: { self: `${call.origin}${call.path}` },
  };
}
