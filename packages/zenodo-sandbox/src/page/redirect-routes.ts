import type { Call, Context } from '../http/call.js';
import { noRoute } from '../http/refusal.js';
import { answer, redirect, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { latestPublished } from '../model/world.js';

const page = { method: 'GET', body: 'none' } as const;

/** Addresses that lead to others (contract D.1): those of the former Zenodo with 301, moving ones with 302. */
export const redirectRoutes: readonly Route[] = [
  { ...page, pattern: '/record/:id', handle: toRecords },
  { ...page, pattern: '/record/:id/:rest+', handle: toRecords },
  { ...page, pattern: '/records/:id/latest', handle: toLatest },
  { ...page, pattern: '/doi/:doi+', handle: resolveDoi },
  { ...page, pattern: '/communities/:community', handle: toCommunity },
  { ...page, pattern: '/communities/:community/records', handle: toCommunity },
  { ...page, pattern: '/deposit', handle: moved('/me/uploads') },
  { ...page, pattern: '/deposit/new', handle: moved('/uploads/new') },
  { ...page, pattern: '/deposit/:id', handle: toUploads },
];

function toRecords(_context: Context, call: Call): Outcome {
  return answer(redirect(301, `${call.origin}${call.path.replace(/^\/record\//, '/records/')}`));
}

// A community has no page of its own here: what is in it is found by the search.
function toCommunity({ communities }: Context, call: Call): Outcome {
  const slug = call.params['community'] ?? '';
  if (!communities.includes(slug)) throw noRoute();
  const search = new URLSearchParams(call.query);
  search.set('communities', slug);
  return answer(redirect(302, `${call.origin}/search?${search}`));
}

function toUploads(_context: Context, call: Call): Outcome {
  const id = encodeURIComponent(call.params['id'] ?? '');
  return answer(redirect(301, `${call.origin}/uploads/${id}`));
}

function toLatest(context: Context, call: Call): Outcome {
  const version = context.world.version(Number(call.params['id']));
  const newest = version && latestPublished(context.world, version.concept);
  if (newest === undefined) throw noRoute();
  return answer(redirect(302, `${call.origin}/records/${newest.id}`));
}

function resolveDoi(context: Context, call: Call): Outcome {
  const doi = call.params['doi'] ?? '';
  const concept = context.world.conceptOfDoi(doi);
  const version =
    concept === undefined
      ? context.world.versionOfDoi(doi)
      : latestPublished(context.world, concept.id);
  if (version?.record === undefined || isPending(context, version.published)) throw noRoute();
  return answer(redirect(302, `${call.origin}/records/${version.id}`));
}

// DOIs are registered some time after publication (contract G 27).
function isPending(context: Context, published = ''): boolean {
  const delay = context.doiDelay ?? 0;
  return Date.parse(published) + delay * 1000 > context.now.getTime();
}

function moved(path: string) {
  return (_context: Context, call: Call): Outcome => answer(redirect(301, `${call.origin}${path}`));
}
