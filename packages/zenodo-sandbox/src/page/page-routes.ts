import type { Call, Context } from '../http/call.js';
import { noRoute } from '../http/refusal.js';
import { answer, redirect, text, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { latestPublished } from '../model/world.js';

/** Pages for people, and the redirects that lead to them (contract D.1). */
export const pageRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/records/:id', body: 'none', handle: recordPage },
  { method: 'GET', pattern: '/record/:id', body: 'none', handle: toRecords },
  { method: 'GET', pattern: '/doi/:doi+', body: 'none', handle: resolveDoi },
];

function recordPage(context: Context, call: Call): Outcome {
  const id = Number(call.params['id']);
  if (context.world.concept(id) !== undefined) {
    const newest = latestPublished(context.world, id);
    if (newest !== undefined) return answer(redirect(302, `${call.origin}/records/${newest.id}`));
  }
  const version = context.world.version(id);
  const record = version?.record;
  if (version === undefined || record === undefined) throw noRoute();
  const title = escapeHtml(String(record.content.metadata['title'] ?? ''));
  const doi = escapeHtml(record.content.pids.doi?.identifier ?? '');
  const files = record.files.map(({ key }) => {
    const href = `/api/records/${id}/files/${key.split('/').map(encodeURIComponent).join('/')}/content`;
    return `<li><a href="${href}">${escapeHtml(key)}</a></li>`;
  });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${doi}</p><ul>${files.join('')}</ul></html>\n`;
  return answer(text(200, 'text/html; charset=utf-8', page));
}

function toRecords(_context: Context, call: Call): Outcome {
  return answer(
    redirect(301, `${call.origin}/records/${encodeURIComponent(call.params['id'] ?? '')}`),
  );
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

function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
