import { mayReadFiles } from '../access/permission.js';
import { attachment, download } from '../bucket/download.js';
import type { Call, Context } from '../http/call.js';
import { noRoute, noSuchFile, permissionDenied } from '../http/refusal.js';
import { answer, redirect, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { isCompleted } from '../model/file-entry.js';
import { encodeKeyPath } from '../model/links.js';
import { thumbnailUrl } from '../image/thumbnail-links.js';
import { findReadable } from '../record/read-routes.js';

const page = { method: 'GET', body: 'none' } as const;

/** Files at the addresses that Zenodo's own pages name (contract D.1). */
export const filePageRoutes: readonly Route[] = [
  { ...page, pattern: '/records/:id/files/:key+', handle: file },
  { ...page, pattern: '/records/:id/preview/:key+', handle: preview },
  { ...page, pattern: '/records/:id/:thumb', handle: thumbnail },
];

// `?download=1` is what buttons add, so that the browser keeps the file and does not show it.
function file(context: Context, call: Call): Outcome {
  const version = findReadable(context, call);
  const key = call.params['key'] ?? '';
  if (!mayReadFiles(context, call.actor, version)) throw permissionDenied();
  const entry = version.record.files.filter(isCompleted).find((candidate) => candidate.key === key);
  if (entry === undefined) throw noSuchFile(version.id, key);
  const response = download(entry, call);
  if (response.status !== 200 || !call.search.get('download')) return answer(response);
  const kept = { 'Content-Disposition': attachment(key) };
  return answer({ ...response, headers: { ...response.headers, ...kept } });
}

// A browser shows what it can of the file itself; there is no page around it.
function preview(context: Context, call: Call): Outcome {
  const version = findReadable(context, call);
  const key = encodeKeyPath(call.params['key'] ?? '');
  return answer(redirect(302, `${call.origin}/records/${version.id}/files/${key}`));
}

// `/records/ID/thumb250`: the first image of the record, that wide.
function thumbnail(context: Context, call: Call): Outcome {
  const width = /^thumb(\d{2,4})$/.exec(call.params['thumb'] ?? '')?.[1];
  if (width === undefined) throw noRoute();
  const version = findReadable(context, call);
  const url = thumbnailUrl(version, version.record, Number(width), `${call.origin}/api`);
  if (url === undefined) throw noRoute();
  return answer(redirect(302, url));
}
