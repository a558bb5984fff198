import { requireManager } from '../../access/permission.js';
import type { Call, Context } from '../../http/call.js';
import { invalid, notFound, refuse } from '../../http/refusal.js';
import { answer, empty, json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { findVersion } from '../../lifecycle/lookup.js';
import { newLink } from '../../lifecycle/access-request.js';
import { formatDay } from '../../model/instant.js';
import { isJsonObject } from '../../model/json.js';
import type { AccessLink, Concept, Version } from '../../model/version.js';

const links = '/api/records/:id/access/links';
const produces = ['application/json'];

/** Secret links: whoever has one sees what its owner lets them see, in every version (contract C.2). */
export const accessLinkRoutes: readonly Route[] = [
  { method: 'GET', pattern: links, body: 'none', produces, handle: list },
  { method: 'POST', pattern: links, body: 'json', produces, handle: create },
  { method: 'GET', pattern: `${links}/:link`, body: 'none', produces, handle: read },
  { method: 'PATCH', pattern: `${links}/:link`, body: 'json', produces, handle: update },
  { method: 'DELETE', pattern: `${links}/:link`, body: 'none', produces, handle: remove },
];

function list(context: Context, call: Call): Outcome {
  const { concept } = findManaged(context, call);
  const hits = concept.links ?? [];
  return answer(json(200, { hits: { hits, total: hits.length } }));
}

function create(context: Context, call: Call): Outcome {
  const { concept } = findManaged(context, call);
  const given = readLink(context, call.json);
  if (given.permission === undefined) {
    const messages = ['An access permission level is required'];
    throw invalid([{ field: 'permission', messages }]);
  }
  const link = newLink(context, given);
  return written(concept, [...(concept.links ?? []), link], json(201, link));
}

function read(context: Context, call: Call): Outcome {
  const { concept } = findManaged(context, call);
  return answer(json(200, linkOf(concept, call)));
}

function update(context: Context, call: Call): Outcome {
  const { concept } = findManaged(context, call);
  const former = linkOf(concept, call);
  const given = readLink(context, call.json);
  if (outlives(given.expires_at, former.expires_at)) {
    const messages = ['Cannot postpone expiration of links'];
    throw invalid([{ field: 'expires_at', messages }]);
  }
  const link = { ...former, ...given };
  const changed = (concept.links ?? []).map((entry) => (entry === former ? link : entry));
  return written(concept, changed, json(200, link));
}

function remove(context: Context, call: Call): Outcome {
  const { concept } = findManaged(context, call);
  const former = linkOf(concept, call);
  const kept = (concept.links ?? []).filter((entry) => entry !== former);
  return written(concept, kept, empty(204));
}

// A token holds no longer than it was made for: a longer time needs another one.
function outlives(asked: string | null | undefined, former: string | null): boolean {
  if (former === null || asked === undefined) return false;
  return asked === null || Date.parse(asked) > Date.parse(former);
}

function findManaged(context: Context, call: Call): { version: Version; concept: Concept } {
  const version = findVersion(context, call);
  requireManager(call.actor, version, 'deposit:write');
  const concept = context.world.concept(version.concept);
  if (concept === undefined) throw notFound();
  return { version, concept };
}

function linkOf(concept: Concept, call: Call): AccessLink {
  const link = concept.links?.find(({ id }) => id === call.params['link']);
  if (link === undefined) throw refuse(404, 'No secret link found with the given ID.');
  return link;
}

function readLink(context: Context, body: unknown): Partial<AccessLink> {
  const given = isJsonObject(body) ? body : {};
  const { permission, expires_at, description, origin } = given;
  if (
    permission !== undefined &&
    permission !== 'view' &&
    permission !== 'preview' &&
    permission !== 'edit'
  ) {
    throw invalid([{ field: 'permission', messages: ['Must be one of: edit, view, preview.'] }]);
  }
  if (expires_at !== undefined && expires_at !== null && expires_at !== '') {
    if (typeof expires_at !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(expires_at)) {
      throw invalid([{ field: 'expires_at', messages: ['Not a valid date.'] }]);
    }
    if (expires_at < formatDay(context.now)) {
      throw invalid([
        { field: 'expires_at', messages: ['Expiration date must be set to the future'] },
      ]);
    }
  }
  return {
    ...(permission === undefined ? {} : { permission }),
    ...(expires_at === undefined
      ? {}
      : { expires_at: expires_at === '' ? null : (expires_at as string | null) }),
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof origin === 'string' ? { origin } : {}),
  };
}

function written(
  concept: Concept,
  list: readonly AccessLink[],
  response: Outcome['response'],
): Outcome {
  return { response, changes: [{ put: 'concept', value: { ...concept, links: list } }] };
}
