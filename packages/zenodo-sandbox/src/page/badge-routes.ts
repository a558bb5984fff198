import { createHash } from 'node:crypto';
import { badgeHeaders, renderBadgeSvg } from '@nx-zenodo/record-page';
import type { Call, Context } from '../http/call.js';
import { noRoute } from '../http/refusal.js';
import { answer, empty, redirect, type Outcome, type Response } from '../http/response.js';
import type { Route } from '../http/route.js';
import { drawBadge } from '../image/badge-png.js';
import { encodeImage } from '../image/image-file.js';
import { latestPublished } from '../model/world.js';

const page = { method: 'GET', body: 'none' } as const;

/** Badges by DOI, and by the number of a repository of GitHub (contract D.1). */
export const badgeRoutes: readonly Route[] = [
  { ...page, pattern: '/badge/:repository', handle: ofRepository },
  { ...page, pattern: '/badge/latestdoi/:repository', handle: latestDoi },
  { ...page, pattern: '/badge/:kind/:title+', handle: ofDoi },
];

// Any text is drawn: whether such a DOI exists is not asked.
function ofDoi(_context: Context, call: Call): Outcome {
  const { kind = '', title = '' } = call.params;
  const [, value, format] = /^(.*)\.(svg|png)$/s.exec(title) ?? [];
  if (!/^doi$/i.test(kind) || value === undefined) throw noRoute();
  return draw(call, value === '' ? 'none' : value, format === 'png' ? 'png' : 'svg');
}

// `/badge/123456.svg`: the newest release of that repository.
function ofRepository(context: Context, call: Call): Outcome {
  const [, number, format] = /^(\d{1,15})\.(svg|png)$/.exec(call.params['repository'] ?? '') ?? [];
  return draw(call, doiOf(context, number), format === 'png' ? 'png' : 'svg');
}

function latestDoi(context: Context, call: Call): Outcome {
  const doi = doiOf(context, call.params['repository']);
  return answer(redirect(302, `${call.origin}/doi/${doi}`));
}

function doiOf({ world }: Context, number = ''): string {
  const concept = /^\d{1,15}$/.test(number) ? world.conceptOfRepository(Number(number)) : undefined;
  const newest = concept && latestPublished(world, concept.id);
  const doi = newest?.record?.content.pids.doi?.identifier;
  if (doi === undefined) throw noRoute();
  return doi;
}

function draw(call: Call, value: string, format: 'svg' | 'png'): Outcome {
  const etag = `"${createHash('md5').update(`${format} ${value}`).digest('hex')}"`;
  const headers = { ...badgeHeaders, ETag: etag };
  if (call.headers['if-none-match'] === etag) return answer(empty(304, headers));
  if (format === 'svg') {
    const text = renderBadgeSvg({ label: 'DOI', value });
    return answer({ status: 200, headers, body: { kind: 'text', text } });
  }
  return answer(pngOf(value, { ...headers, 'Content-Type': 'image/png' }));
}

function pngOf(value: string, headers: Record<string, string>): Response {
  const make = async () => {
    const bytes = await encodeImage(drawBadge('DOI', value), 'png');
    return { status: 200, headers, body: { kind: 'bytes', bytes } } as const;
  };
  return { status: 200, headers, body: { kind: 'made', make } };
}
