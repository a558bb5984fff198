import { requireAccount, requireManager, requireScope, requireView } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { pidUnregistered } from '../http/refusal.js';
import { empty, json, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { createDraft } from '../lifecycle/create.js';
import { checkNoReview, checkNotUnderReview } from '../lifecycle/review.js';
import { worldAfter, type Step } from '../lifecycle/step.js';
import { replaceContent } from '../lifecycle/change-draft.js';
import { discardDraft, openEdit } from '../lifecycle/edit.js';
import { findDraft, findRecord, findVersion } from '../lifecycle/lookup.js';
import { newVersionWithFiles } from '../lifecycle/new-version.js';
import { publishDraft } from '../lifecycle/publish.js';
import { addressesAt } from '../model/links.js';
import { formatDeposition } from './deposition.js';
import { readLegacyBody } from './legacy-body.js';
import { listDepositions } from './deposition-list.js';

const produces = ['application/json'];
const one = '/api/deposit/depositions/:id';

/** The legacy deposit API but for its files (contract A.1). */
export const depositionRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/api/deposit/depositions',
    body: 'none',
    produces,
    handle: listDepositions,
  },
  { method: 'POST', pattern: '/api/deposit/depositions', body: 'json', produces, handle: create },
  { method: 'GET', pattern: one, body: 'none', produces, handle: read },
  { method: 'PUT', pattern: one, body: 'json', produces, handle: update },
  { method: 'DELETE', pattern: one, body: 'none', produces, handle: remove },
  { method: 'POST', pattern: `${one}/actions/publish`, body: 'none', produces, handle: publish },
  { method: 'POST', pattern: `${one}/actions/edit`, body: 'none', produces, handle: edit },
  { method: 'POST', pattern: `${one}/actions/discard`, body: 'none', produces, handle: discard },
  {
    method: 'POST',
    pattern: `${one}/actions/newversion`,
    body: 'none',
    produces,
    handle: newVersion,
  },
];

function create(context: Context, call: Call): Outcome {
  const content = readLegacyBody(call.json, context);
  const account = requireAccount(call.actor);
  requireScope(call.actor, 'deposit:write');
  return told(context, call, 201, createDraft(context, account.id, content));
}

function read(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireView(context, call.actor, version);
  return told(context, call, 200, { version, changes: [] });
}

function update(context: Context, call: Call): Outcome {
  const content = readLegacyBody(call.json, context);
  const version = findDraft(context, call, 'deposit:write');
  return told(context, call, 200, replaceContent(context, version, content));
}

function remove(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  checkNotUnderReview(context, version);
  return { response: empty(204), changes: discardDraft(context, version) };
}

function publish(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:actions');
  checkNoReview(context, version);
  return told(context, call, 202, publishDraft(context, version));
}

function edit(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireManager(call.actor, version, 'deposit:actions');
  return told(context, call, 201, openEdit(context, version));
}

function discard(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:actions');
  checkNotUnderReview(context, version);
  return { response: empty(204), changes: discardDraft(context, version) };
}

function newVersion(context: Context, call: Call): Outcome {
  const version = findRecord(context, call);
  if (version.deleted !== undefined) throw pidUnregistered();
  requireManager(call.actor, version, 'deposit:actions');
  return told(context, call, 201, newVersionWithFiles(context, version));
}

function told(context: Context, call: Call, status: number, step: Step): Outcome {
  const concept = worldAfter(context.world, step).concept(step.version.concept);
  const deposition = formatDeposition(step.version, concept?.doi, addressesAt(call.origin));
  return { response: json(status, deposition), changes: step.changes };
}
