import { requireAccount } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { pidUnknown } from '../http/refusal.js';
import { answer, json, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { recordFaces } from '../record/faces/faces.js';
import { answerPage } from '../record/record-page-of-hits.js';
import { newestPublished } from '../record/record-search.js';
import { communityHits, formatCommunity } from './community-json.js';

const read = { method: 'GET', body: 'none', produces: ['application/json'] } as const;

/** Communities and what is in them (contract 0.6 names their searches). */
export const communityRoutes: readonly Route[] = [
  { ...read, pattern: '/api/communities', handle: search },
  { ...read, pattern: '/api/user/communities', handle: own },
  { ...read, pattern: '/api/communities/:community', handle: one },
  {
    ...read,
    pattern: '/api/communities/:community/records',
    produces: recordFaces,
    handle: records,
  },
];

function search(context: Context, call: Call): Outcome {
  const wanted = (call.search.get('q') ?? '').toLowerCase();
  const found = context.communities.filter((slug) => slug.toLowerCase().includes(wanted));
  return answer(json(200, communityHits(call, found)));
}

function own(_context: Context, call: Call): Outcome {
  return answer(json(200, communityHits(call, requireAccount(call.actor).communities ?? [])));
}

function one(context: Context, call: Call): Outcome {
  return answer(json(200, formatCommunity(call, slugOf(context, call)), { ETag: '"1"' }));
}

function records(context: Context, call: Call): Outcome {
  const slug = slugOf(context, call);
  const found = newestPublished(context).filter(({ world, version }) =>
    world.concept(version.concept)?.communities.includes(slug),
  );
  return answer(answerPage(context, call, found, {}));
}

function slugOf({ communities }: Context, call: Call): string {
  const slug = call.params['community'] ?? '';
  if (!communities.includes(slug)) throw pidUnknown();
  return slug;
}
