import type { Context } from '../http/call.js';
import type { Change } from '../model/change.js';
import { formatDay, formatInstant } from '../model/instant.js';
import type { ReviewRequest } from '../model/review-request.js';
import { noAccessRequests, type AccessLink, type Version } from '../model/version.js';
import { addGrants } from './access-grants.js';

const day = 86_400_000;

/** What follows when an owner lets somebody see the files: a grant, or for a guest a secret link. */
export function openFiles(
  context: Context,
  version: Version,
  { id, creator, guest }: ReviewRequest,
): Change[] {
  const origin = `request:${id}`;
  if (guest === undefined) {
    if (creator === undefined) throw new Error(`Request ${id} is of nobody.`);
    return addGrants(context.world, version, [{ account: creator, permission: 'view', origin }]);
  }
  const concept = context.world.concept(version.concept);
  if (concept === undefined) throw new Error(`Version ${version.id} has no concept.`);
  const { secret_link_expiration: days } = concept.settings ?? noAccessRequests;
  const description = `Requested by guest: ${guest.name} (${guest.email})`;
  const until = formatDay(new Date(context.now.getTime() + days * day));
  const link = newLink(context, { description, origin, expires_at: days === 0 ? null : until });
  return [{ put: 'concept', value: { ...concept, links: [...(concept.links ?? []), link] } }];
}

/** A secret link to view, until more is said of it. */
export function newLink(context: Context, facts: Partial<AccessLink>): AccessLink {
  return {
    id: context.uuid(),
    token: `${context.uuid()}${context.uuid()}`.replaceAll('-', ''),
    created_at: formatInstant(context.now),
    origin: null,
    description: '',
    permission: 'view',
    expires_at: null,
    ...facts,
  };
}
