import { requireAccount } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { answer, json, type Outcome } from '../http/response.js';
import { addressesAt } from '../model/links.js';
import type { Version } from '../model/version.js';
import { parsePaging } from '../search/paging.js';
import { parseQuery } from '../search/query.js';
import { documentOf, isIndexed } from '../search/document.js';
import { parseSort } from '../search/sort.js';
import { formatDeposition, shownRevision } from './deposition.js';

/**
 * A bare array of what the account may preview. Only the newest version or draft of each concept is
 * listed unless `all_versions` is set, and items have no bucket (contract A.3).
 */
export function listDepositions(context: Context, call: Call): Outcome {
  const account = requireAccount(call.actor);
  const paging = parsePaging(call.search, 25, 100);
  const matches = parseQuery(call.search.get('q') ?? '');
  const order = parseSort(call.search, call.search.get('q') !== null);
  const all = isSet(call.search.get('all_versions'));
  const published = call.search.get('is_published');

  const listed = [...context.world.versions()]
    .filter((version) => version.owner === account.id && version.deleted === undefined)
    .filter((version) => isIndexed(context, version.created))
    .filter((version) => all || isNewest(context, version))
    .filter((version) => published === null || isSet(published) === (version.record !== undefined))
    .map((version) => ({
      version,
      document: documentOf(context.world, version, shownRevision(version)),
    }))
    .filter(({ document }) => matches(document))
    .sort((a, b) => order(a.document, b.document));

  const addresses = addressesAt(call.origin);
  const page = listed.slice(paging.from, paging.from + paging.size).map(({ version }) => {
    const conceptDoi = context.world.concept(version.concept)?.doi;
    return withoutBucket(formatDeposition(version, conceptDoi, addresses));
  });
  return answer(json(200, page));
}

function isSet(value: string | null): boolean {
  return value !== null && (value === '' || /^(1|true|yes|on)$/i.test(value));
}

function isNewest(context: Context, version: Version): boolean {
  return context.world.concept(version.concept)?.versions.at(-1) === version.id;
}

// Zenodo's index does not know the bucket (zenodo-rdm#639).
function withoutBucket(deposition: object): object {
  const { links, ...facts } = deposition as { links: Record<string, unknown> };
  return { ...facts, links: { ...links, bucket: undefined } };
}
