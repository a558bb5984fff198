import { requireManager, requireScope, requireView } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { invalid, notFound, permissionDenied } from '../http/refusal.js';
import { answer, empty, json, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { addFile, checkUnlocked, removeFile } from '../lifecycle/draft-files.js';
import { findDraft, findVersion } from '../lifecycle/lookup.js';
import { isCompleted, type CompletedFile } from '../model/file-entry.js';
import { addressesAt } from '../model/links.js';
import type { Version } from '../model/version.js';
import { formatDepositionFile, shownRevision } from './deposition.js';
import { secureFilename } from './secure-filename.js';

const produces = ['application/json'];
const files = '/api/deposit/depositions/:id/files';

/** The old file API of a deposition (contract A.7). */
export const depositionFileRoutes: readonly Route[] = [
  { method: 'GET', pattern: files, body: 'none', produces, handle: list },
  { method: 'POST', pattern: files, body: 'form', produces, admit: admitUpload, handle: upload },
  { method: 'GET', pattern: `${files}/:file`, body: 'none', produces, handle: read },
  { method: 'DELETE', pattern: `${files}/:file`, body: 'none', produces, handle: remove },
];

function list(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireView(context, call.actor, version);
  const completed = shownRevision(version).files.filter(isCompleted);
  return answer(
    json(
      200,
      completed.map((file) => told(call, version, file)),
    ),
  );
}

function read(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireView(context, call.actor, version);
  return answer(json(200, told(call, version, fileOf(version, call))));
}

function admitUpload(context: Context, call: Call): void {
  checkUnlocked(findDraft(context, call, 'deposit:write'));
}

function upload(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const sent = call.upload;
  if (sent === undefined) {
    throw invalid([{ field: 'file', messages: ['Missing data for required field.'] }]);
  }
  const key = secureFilename(sent.name ?? sent.filename ?? '');
  const { step, file } = addFile(context, version, key, sent.content, 'refuse');
  return { response: json(201, told(call, step.version, file)), changes: step.changes };
}

function remove(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireManager(call.actor, version);
  requireScope(call.actor, 'deposit:write');
  const draft = version.draft;
  // Unlike all else on a published deposition this is 403, not 404 (zenodo-rdm test_rest_api_simpleflow).
  if (draft === undefined) throw permissionDenied();
  const file = fileOf(version, call);
  const step = removeFile(context, { ...version, draft }, file.key);
  return { response: empty(204), changes: step.changes };
}

function fileOf(version: Version, call: Call): CompletedFile {
  const id = call.params['file'];
  const file = shownRevision(version)
    .files.filter(isCompleted)
    .find((candidate) => candidate.content.id === id);
  if (file === undefined) throw notFound();
  return file;
}

function told(call: Call, version: Version, file: CompletedFile): object {
  return formatDepositionFile(version, file, addressesAt(call.origin));
}
