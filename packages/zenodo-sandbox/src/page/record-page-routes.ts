import {
  formatLinkHeader,
  pageHeaders,
  renderDraftPage,
  renderRecordPage,
} from '@nx-zenodo/record-page';
import { mayManage } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { noRoute, permissionDenied } from '../http/refusal.js';
import { answer, redirect, type Outcome, type Response } from '../http/response.js';
import type { Route } from '../http/route.js';
import type { Version } from '../model/version.js';
import { goneRefusal } from '../record/gone.js';
import { latestPublished } from '../model/world.js';
import { isSet } from '../search/flag.js';
import { recordView } from './record-view.js';

const page = { method: 'GET', body: 'none' } as const;

/** Pages of one record or draft (contract D.1). */
export const recordPageRoutes: readonly Route[] = [
  { ...page, pattern: '/records/:id', cites: true, handle: recordPage },
  { ...page, pattern: '/uploads/:id', cites: true, handle: draftPage },
];

function recordPage(context: Context, call: Call): Outcome {
  const id = Number(call.params['id']);
  const newest = latestPublished(context.world, id);
  if (newest !== undefined) return answer(redirect(302, `${call.origin}/records/${newest.id}`));
  const version = context.world.version(id);
  // `preview_html` of a draft, and of a record that is being edited.
  if (version?.draft !== undefined && isSet(call.search.get('preview'))) {
    return draftPage(context, call);
  }
  const shown = version?.record;
  if (version === undefined || shown === undefined) throw noRoute();
  if (version.deleted !== undefined) throw goneRefusal(version.deleted);
  const view = recordView({ world: context.world, version, shown }, call.origin, context);
  const response = htmlPage(renderRecordPage(view));
  return answer({ ...response, headers: { ...response.headers, Link: formatLinkHeader(view) } });
}

function draftPage(context: Context, call: Call): Outcome {
  const version = context.world.version(Number(call.params['id']));
  if (version === undefined) throw noRoute();
  const shown = version.draft;
  if (shown === undefined) return answer(redirect(302, `${call.origin}/records/${version.id}`));
  requirePreview(context, call, version);
  const record = recordView({ world: context.world, version, shown }, call.origin, context);
  const published =
    version.record === undefined ? {} : { publishedUrl: `${call.origin}/records/${version.id}` };
  const state = version.record === undefined ? 'unsubmitted' : 'inprogress';
  const apiUrl = `${call.origin}/api/deposit/depositions/${version.id}`;
  return answer(htmlPage(renderDraftPage({ record, state, apiUrl, ...published })));
}

/** Drafts are for their owner, and for whoever sits at this machine. */
export function requirePreview(context: Context, call: Call, version: Version): void {
  if (context.isPrivate !== true && !mayManage(call.actor, version)) throw permissionDenied();
}

export function htmlPage(body: string, status = 200): Response {
  return { status, headers: { ...pageHeaders }, body: { kind: 'text', text: body } };
}
