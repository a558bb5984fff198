import { requireAccount, requireManager, requireScope } from '../../access/permission.js';
import type { Call, Context } from '../../http/call.js';
import { permissionDenied, pidUnknown, refuse } from '../../http/refusal.js';
import { answer, json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { findVersion } from '../../lifecycle/lookup.js';
import { decide } from '../../lifecycle/review.js';
import type { Account } from '../../model/account.js';
import { asksForAccess, type ReviewRequest } from '../../model/review-request.js';
import { formatRequest, requestHits } from '../request-json.js';

const produces = ['application/json'];
const read = { method: 'GET', body: 'none', produces } as const;

/** Requests that somebody decides about: reviews, inclusions into communities, deletions (contract C.2). */
export const requestRoutes: readonly Route[] = [
  { ...read, pattern: '/api/requests', handle: list },
  { ...read, pattern: '/api/user/requests', handle: list },
  { ...read, pattern: '/api/requests/:request', handle: one },
  { ...read, pattern: '/api/records/:id/requests', handle: ofRecord },
  {
    method: 'POST',
    pattern: '/api/requests/:request/actions/:action',
    body: 'json',
    produces,
    handle: act,
  },
];

function list(context: Context, call: Call): Outcome {
  const account = requireAccount(call.actor);
  const found = [...context.world.requests()].filter((request) =>
    maySee(context, account, request),
  );
  return answer(json(200, requestHits(call, found.reverse(), context.world)));
}

function ofRecord(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireManager(call.actor, version);
  const found = [...context.world.requests()].filter(({ record }) => record === version.id);
  return answer(json(200, requestHits(call, found.reverse(), context.world)));
}

function one(context: Context, call: Call): Outcome {
  return answer(json(200, formatRequest(call, findRequest(context, call), context.world)));
}

// Who asked may withdraw; who curates the community, or runs the place, decides.
function act(context: Context, call: Call): Outcome {
  const request = findRequest(context, call);
  const account = requireAccount(call.actor);
  requireScope(call.actor, 'deposit:actions');
  const action = call.params['action'];
  if (action !== 'accept' && action !== 'decline' && action !== 'cancel') {
    throw refuse(400, `No such action: ${action}.`);
  }
  const allowed =
    action === 'cancel' ? request.creator === account.id : decides(context, account, request);
  if (!allowed) throw permissionDenied();
  const decided = decide(context, request, action);
  return {
    response: json(200, formatRequest(call, decided.request, context.world)),
    changes: decided.changes,
  };
}

function findRequest(context: Context, call: Call): ReviewRequest {
  const account = requireAccount(call.actor);
  const request = context.world.request(call.params['request'] ?? '');
  if (request === undefined) throw pidUnknown();
  if (!maySee(context, account, request)) throw permissionDenied();
  return request;
}

function maySee(context: Context, account: Account, request: ReviewRequest): boolean {
  return request.creator === account.id || decides(context, account, request);
}

// The owner of a record, the curators of a community, the operators of all.
function decides({ world }: Context, account: Account, request: ReviewRequest): boolean {
  if (account.superuser === true) return true;
  if (asksForAccess(request)) return world.version(request.record)?.owner === account.id;
  return (
    request.community !== undefined && account.communities?.includes(request.community) === true
  );
}
