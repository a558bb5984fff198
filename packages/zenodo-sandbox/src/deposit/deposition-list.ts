import { mayPreview, requireAccount } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { answer, json, type Outcome } from '../http/response.js';
import { addressesAt } from '../model/links.js';
import type { Version } from '../model/version.js';
import { isNewest } from '../model/world.js';
import { isIndexed } from '../search/document.js';
import { asksAllVersions, isSet } from '../search/flag.js';
import { findHits } from '../search/hits.js';
import { formatDeposition, shownRevision } from './deposition.js';

/**
 * A bare array of what the account may preview. Only the newest version or draft of each concept is
 * listed unless `all_versions` is set, and items have no bucket (contract A.3).
 */
export function listDepositions(context: Context, call: Call): Outcome {
  requireAccount(call.actor);
  const all = asksAllVersions(call.search);
  const published = call.search.get('is_published');
  const candidates = [...context.world.versions()]
    .filter((version) => version.deleted === undefined && isListed(context, call, version))
    .filter((version) => isIndexed(context, version.created))
    .filter((version) => all || isNewest(context.world, version))
    .filter(({ record }) => published === null || isSet(published) === (record !== undefined))
    .map((version) => ({ version, shown: shownRevision(version) }));

  const { hits } = findHits(context, call.search, candidates, { size: 25, most: 100 });
  const addresses = addressesAt(call.origin);
  const page = hits.map(({ version }) => {
    const conceptDoi = context.world.concept(version.concept)?.doi;
    return withoutBucket(formatDeposition(version, conceptDoi, addresses));
  });
  return answer(json(200, page));
}

// What the account may preview, its own or of others; `shared_with_me` asks for the one or the other.
function isListed(context: Context, call: Call, version: Version): boolean {
  const asked = call.search.get('shared_with_me');
  const own = version.owner === call.actor.account?.id;
  if (own) return !isSet(asked);
  // Superusers may see everything, and have a list that is theirs all the same.
  if (call.actor.account?.superuser === true || (asked !== null && !isSet(asked))) return false;
  return mayPreview(context, call.actor, version);
}

// Zenodo's index does not know the bucket (zenodo-rdm#639).
function withoutBucket(deposition: object): object {
  const { links, ...facts } = deposition as { links: Record<string, unknown> };
  return { ...facts, links: { ...links, bucket: undefined } };
}
