import { requireManager } from '../../access/permission.js';
import { communityHits } from '../../community/community-json.js';
import type { Call, Context } from '../../http/call.js';
import { invalid, permissionDenied, refuse } from '../../http/refusal.js';
import { answer, json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { findRecord, findVersion, type WithRecord } from '../../lifecycle/lookup.js';
import { openRequest } from '../../lifecycle/review.js';
import type { Account } from '../../model/account.js';
import type { Change } from '../../model/change.js';
import { isJsonObject, type JsonObject } from '../../model/json.js';
import { isOpen } from '../../model/review-request.js';
import type { Concept } from '../../model/version.js';
import { formatRequest } from '../request-json.js';

const communities = '/api/records/:id/communities';
const produces = ['application/json'];

/** The communities that a record is in, and how it gets there and out again (contract C.2). */
export const recordCommunityRoutes: readonly Route[] = [
  { method: 'GET', pattern: communities, body: 'none', produces, handle: list },
  { method: 'POST', pattern: communities, body: 'json', produces, handle: add },
  { method: 'DELETE', pattern: communities, body: 'json', produces, handle: remove },
  { method: 'GET', pattern: `${communities}-suggestions`, body: 'none', produces, handle: suggest },
];

function list(context: Context, call: Call): Outcome {
  const concept = conceptOf(context, findRecord(context, call));
  return answer(json(200, communityHits(call, concept.communities)));
}

function suggest(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  const account = requireManager(call.actor, version);
  const { communities: joined } = conceptOf(context, version);
  const mine = call.search.get('membership') === 'true';
  const found = context.communities
    .filter((slug) => !joined.includes(slug) && !isAsked(context, version.id, slug))
    .filter((slug) => !mine || account.communities?.includes(slug) === true);
  return answer(json(200, communityHits(call, found)));
}

// Each community has an answer of its own; the whole is a 400 only when none was added.
function add(context: Context, call: Call): Outcome {
  const version = findRecord(context, call);
  const account = requireManager(call.actor, version, 'deposit:write');
  let concept = conceptOf(context, version);
  const processed: object[] = [];
  const errors: object[] = [];
  const changes: Change[] = [];
  for (const { id, review } of readCommunities(call)) {
    const message = refusalOf(context, version, concept, id);
    if (message !== undefined) {
      errors.push({ community_id: id, message });
      continue;
    }
    const asked = { type: 'community-inclusion', creator: account.id, record: version.id } as const;
    const open = openRequest(context, { ...asked, community: id });
    const joins = curates(account, id) && !review;
    const request = joins ? { ...open, status: 'accepted' as const } : open;
    if (joins) concept = { ...concept, communities: [...concept.communities, id] };
    changes.push({ put: 'request', value: request });
    processed.push({
      community_id: id,
      request_id: request.id,
      request: formatRequest(call, request, context.world),
    });
  }
  changes.push({ put: 'concept', value: concept });
  return processedAnswer(processed, errors, changes);
}

function remove(context: Context, call: Call): Outcome {
  const version = findRecord(context, call);
  const account = call.actor.account;
  const former = conceptOf(context, version);
  let concept: Concept = former;
  const processed: object[] = [];
  const errors: object[] = [];
  for (const { id } of readCommunities(call)) {
    const joined = concept.communities.includes(id);
    const may = account !== undefined && (account.id === version.owner || curates(account, id));
    if (joined && may) {
      concept = { ...concept, communities: concept.communities.filter((slug) => slug !== id) };
      processed.push({ community: id });
      continue;
    }
    const missing = `The record ${version.id} in not included in the community ${id}.`;
    errors.push({ community: id, message: joined ? 'Permission denied.' : missing });
  }
  if (account === undefined) throw permissionDenied();
  return processedAnswer(processed, errors, [{ put: 'concept', value: concept }]);
}

function processedAnswer(
  processed: readonly object[],
  errors: readonly object[],
  changes: readonly Change[],
): Outcome {
  const body = {
    ...(processed.length === 0 ? {} : { processed }),
    ...(errors.length === 0 ? {} : { errors }),
  };
  const isDone = processed.length > 0;
  return { response: json(isDone ? 200 : 400, body), ...(isDone ? { changes } : {}) };
}

function refusalOf(context: Context, version: WithRecord, concept: Concept, slug: string) {
  if (!context.communities.includes(slug)) return 'Community not found.';
  if (concept.communities.includes(slug))
    return 'The record is already included in this community.';
  if (isAsked(context, version.id, slug)) {
    return 'There is already an open inclusion request for this community.';
  }
  return undefined;
}

function isAsked({ world }: Context, record: number, slug: string): boolean {
  for (const request of world.requests()) {
    if (request.record === record && request.community === slug && isOpen(request)) return true;
  }
  return false;
}

function curates({ communities: own, superuser }: Account, slug: string): boolean {
  return superuser === true || own?.includes(slug) === true;
}

function readCommunities(call: Call): { id: string; review: boolean }[] {
  const given = isJsonObject(call.json) ? call.json['communities'] : undefined;
  const list = Array.isArray(given)
    ? given.filter((item): item is JsonObject => isJsonObject(item))
    : [];
  if (list.length === 0) {
    throw invalid([{ field: 'communities', messages: ['Missing data for required field.'] }]);
  }
  return list.map(({ id, require_review: review }) => {
    if (typeof id !== 'string') throw refuse(400, 'A validation error occurred.');
    return { id, review: review === true };
  });
}

function conceptOf({ world }: Context, version: { readonly concept: number }): Concept {
  const concept = world.concept(version.concept);
  if (concept === undefined) throw new Error(`There is no concept ${version.concept}.`);
  return concept;
}
