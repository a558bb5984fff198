import { requireAccount, requireManager, requireScope } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { invalid, notFound, refuse, type FieldError } from '../http/refusal.js';
import { empty, json, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { replaceContent } from '../lifecycle/change-draft.js';
import { createDraft } from '../lifecycle/create.js';
import { discardDraft, openEdit } from '../lifecycle/edit.js';
import { mintedDoi } from '../lifecycle/identifiers.js';
import { findDraft, findPreview, findRecord, findVersion } from '../lifecycle/lookup.js';
import { importFiles, openNewVersion } from '../lifecycle/new-version.js';
import { publishDraft } from '../lifecycle/publish.js';
import { checkNoReview, checkNotUnderReview } from '../lifecycle/review.js';
import { worldAfter, type Step } from '../lifecycle/step.js';
import { shownRevision } from '../deposit/deposition.js';
import { addressesAt } from '../model/links.js';
import { readDraftBody } from './draft-body.js';
import { roCrateType } from './faces/ro-crate.js';
import { formatFace, recordFaces } from './faces/faces.js';
import { formatFileList } from './files/file-list.js';

const one = '/api/records/:id';
const draft = `${one}/draft`;
const produces = recordFaces;
const plain = ['application/json'];
const consumes = ['application/json', roCrateType];

/** Drafts of the records API, over the same state as the deposit API (contract C.2). */
export const draftRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/records', body: 'json', consumes, produces, handle: create },
  { method: 'GET', pattern: draft, body: 'none', produces, handle: read },
  { method: 'PUT', pattern: draft, body: 'json', consumes, produces, handle: update },
  { method: 'DELETE', pattern: draft, body: 'none', produces, handle: remove },
  { method: 'POST', pattern: draft, body: 'none', produces, handle: edit },
  { method: 'POST', pattern: `${draft}/actions/publish`, body: 'none', produces, handle: publish },
  {
    method: 'POST',
    pattern: `${draft}/actions/files-import`,
    body: 'none',
    produces: plain,
    handle: filesImport,
  },
  { method: 'POST', pattern: `${draft}/pids/doi`, body: 'none', produces, handle: reserveDoi },
  { method: 'DELETE', pattern: `${draft}/pids/doi`, body: 'none', produces, handle: discardDoi },
  { method: 'POST', pattern: `${one}/versions`, body: 'none', produces, handle: newVersion },
];

function create(context: Context, call: Call): Outcome {
  const account = requireAccount(call.actor);
  requireScope(call.actor, 'deposit:write');
  const { content, errors } = readDraftBody(context, call);
  return told(context, call, 201, createDraft(context, account.id, content), errors);
}

function read(context: Context, call: Call): Outcome {
  const version = findPreview(context, call);
  return told(context, call, 200, { version, changes: [] });
}

function update(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  checkRevision(call, version.draft.revision);
  const { content, errors } = readDraftBody(context, call, version);
  return told(context, call, 200, replaceContent(context, version, content, 'given'), errors);
}

function remove(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  checkRevision(call, version.draft.revision);
  checkNotUnderReview(context, version);
  return { response: empty(204), changes: discardDraft(context, version) };
}

function edit(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireManager(call.actor, version, 'deposit:actions');
  return told(context, call, 201, openEdit(context, version));
}

function publish(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:actions');
  checkNoReview(context, version);
  return told(context, call, 202, publishDraft(context, version));
}

function filesImport(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  const open = version.draft;
  const siblings = context.world.concept(version.concept)?.versions ?? [];
  if (open === undefined || version.record !== undefined || siblings[0] === version.id) {
    throw notFound();
  }
  requireManager(call.actor, version, 'deposit:write');
  const step = importFiles(context, { ...version, draft: open });
  const list = formatFileList(step.version, shownRevision(step.version), addressesAt(call.origin));
  return { response: json(201, list), changes: step.changes };
}

function reserveDoi(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const { content } = version.draft;
  if (content.pids.doi !== undefined) {
    throw invalid([{ field: 'pids.doi', messages: ['A PID already exists for type doi'] }]);
  }
  const pids = { ...content.pids, doi: mintedDoi(context.prefix, version.id) };
  return told(context, call, 201, replaceContent(context, version, { ...content, pids }));
}

function discardDoi(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const { content } = version.draft;
  if (version.record !== undefined || content.pids.doi === undefined) {
    const message = 'Cannot discard a reserved or registered persistent identifier.';
    throw invalid([{ field: 'pids.doi', messages: [message] }]);
  }
  const kept = { ...content, pids: { oai: content.pids.oai } };
  return told(context, call, 200, replaceContent(context, version, kept, 'given'));
}

function newVersion(context: Context, call: Call): Outcome {
  const version = findRecord(context, call);
  requireManager(call.actor, version, 'deposit:actions');
  return told(context, call, 201, openNewVersion(context, version));
}

// `If-Match` is a bare number here, not the quoted ETag (contract 0.5).
function checkRevision(call: Call, revision: number): void {
  const wanted = call.headers['if-match'];
  if (wanted === undefined || wanted === String(revision)) return;
  throw refuse(412, `Revision id provided(${wanted}) doesn't match record's one(${revision})`);
}

function told(
  context: Context,
  call: Call,
  status: number,
  step: Step,
  errors?: readonly FieldError[],
): Outcome {
  const { version } = step;
  const record = { world: worldAfter(context.world, step), version, shown: shownRevision(version) };
  return { response: formatFace(record, context, call, status, errors), changes: step.changes };
}
