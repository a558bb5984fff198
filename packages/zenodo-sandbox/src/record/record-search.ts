import { requireAccount } from '../access/permission.js';
import { shownRevision } from '../deposit/deposition.js';
import type { Call, Context } from '../http/call.js';
import { answer, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { findRecord } from '../lifecycle/lookup.js';
import { isNewest, latestPublished } from '../model/world.js';
import { isIndexed } from '../search/document.js';
import { asksAllVersions, isSet } from '../search/flag.js';
import { recordFaces, type ToldRecord } from './faces/faces.js';
import { answerPage } from './record-page-of-hits.js';

const searched = { method: 'GET', body: 'none', produces: recordFaces } as const;

/** Searches of the records API (contract D.1). */
export const searchRoutes: readonly Route[] = [
  { ...searched, pattern: '/api/records', handle: searchRecords },
  { ...searched, pattern: '/api/records/:id/versions', handle: searchVersions },
  { ...searched, pattern: '/api/user/records', handle: searchOwn },
];

// Published records, the newest version of each unless `all_versions` is set.
function searchRecords(context: Context, call: Call): Outcome {
  const all = asksAllVersions(call.search);
  const found = all ? published(context) : newestPublished(context);
  return answer(answerPage(context, call, found, {}));
}

/** The newest version of each published work. */
export function newestPublished(context: Context): ToldRecord[] {
  return published(context).filter(
    ({ version }) => latestPublished(context.world, version.concept)?.id === version.id,
  );
}

// All published versions of the same work.
function searchVersions(context: Context, call: Call): Outcome {
  const { concept } = findRecord(context, call);
  const found = published(context).filter(({ version }) => version.concept === concept);
  return answer(answerPage(context, call, found, { sort: 'version' }));
}

// What the account owns, drafts as well; by default the newest of each work.
function searchOwn(context: Context, call: Call): Outcome {
  const account = requireAccount(call.actor);
  const wanted = call.search.get('is_published');
  const all = asksAllVersions(call.search);
  const found = [...context.world.versions()]
    .filter(({ owner, deleted }) => owner === account.id && deleted === undefined)
    .filter((version) => all || isNewest(context.world, version))
    .filter(({ record }) => wanted === null || isSet(wanted) === (record !== undefined))
    .map((version) => ({ world: context.world, version, shown: shownRevision(version) }));
  return answer(answerPage(context, call, found, {}));
}

/** All published records that the index knows. */
export function published(context: Context): ToldRecord[] {
  const { world } = context;
  const found: ToldRecord[] = [];
  for (const version of world.versions()) {
    const shown = version.record;
    if (shown === undefined || version.deleted !== undefined) continue;
    if (isIndexed(context, version.published)) found.push({ world, version, shown });
  }
  return found;
}
