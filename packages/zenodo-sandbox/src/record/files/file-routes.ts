import { download } from '../../bucket/download.js';
import type { Call, Context } from '../../http/call.js';
import { checkContentType, octetStream } from '../../http/negotiation.js';
import { invalid, noSuchFile, permissionDenied, refuse } from '../../http/refusal.js';
import { answer, empty, json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { choosePreview, replaceFiles } from '../../lifecycle/change-draft.js';
import { checkQuota, checkUnlocked, removeFile } from '../../lifecycle/draft-files.js';
import { commitFile, initFiles, writeContent } from '../../lifecycle/file-transfer.js';
import { findDraft, findPreview, type WithDraft } from '../../lifecycle/lookup.js';
import type { Step } from '../../lifecycle/step.js';
import { isCompleted, type FileEntry } from '../../model/file-entry.js';
import { addressesAt } from '../../model/links.js';
import { isJsonObject } from '../../model/json.js';
import { archive } from './archive.js';
import { readFileInits } from './file-init.js';
import { formatFileEntry, formatFileList } from './file-list.js';

const files = '/api/records/:id/draft/files';
const one = `${files}/:key+`;

/** Files of a draft in the records API: announced, written, committed (contract C.2, C.3). */
export const draftFileRoutes: readonly Route[] = [
  { method: 'GET', pattern: files, body: 'none', handle: list },
  { method: 'POST', pattern: files, body: 'json', handle: init },
  { method: 'PUT', pattern: files, body: 'json', handle: options },
  { method: 'DELETE', pattern: files, body: 'none', handle: removeAll },
  { method: 'GET', pattern: `${files}-archive`, body: 'none', handle: archiveOf },
  { method: 'PUT', pattern: `${one}/content`, body: 'stream', admit, handle: write },
  { method: 'GET', pattern: `${one}/content`, body: 'none', handle: readContent },
  { method: 'PUT', pattern: `${one}/content/:part`, body: 'none', handle: writePart },
  { method: 'POST', pattern: `${one}/commit`, body: 'none', handle: commit },
  { method: 'GET', pattern: one, body: 'none', handle: read },
  { method: 'PUT', pattern: one, body: 'json', handle: describe },
  { method: 'DELETE', pattern: one, body: 'none', handle: remove },
];

function list(context: Context, call: Call): Outcome {
  const version = findPreview(context, call);
  return answer(json(200, formatFileList(version, version.draft, addressesAt(call.origin))));
}

function init(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const step = initFiles(context, version, readFileInits(call.json));
  return { response: json(201, listOf(step, call)), changes: step.changes };
}

// Which file the page opens first; files cannot be switched off on Zenodo.
function options(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const body = isJsonObject(call.json) ? call.json : {};
  if (body['enabled'] === false) {
    const message = "You don't have permissions to manage files options.";
    throw invalid([{ field: 'files.enabled', messages: [message] }]);
  }
  const preview = body['default_preview'] ?? undefined;
  if (preview !== undefined && !version.draft.files.some(({ key }) => key === preview)) {
    throw noSuchFile(version.id, String(preview));
  }
  const step = choosePreview(context, version, preview as string | undefined);
  return { response: json(200, listOf(step, call)), changes: step.changes };
}

function removeAll(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  checkUnlocked(version);
  return { response: empty(204), changes: replaceFiles(context, version, []).changes };
}

function archiveOf(context: Context, call: Call): Outcome {
  const version = findPreview(context, call);
  return answer(archive(version.draft.files, `${version.id}`));
}

function admit(context: Context, call: Call): void {
  checkContentType(call.headers['content-type'], [octetStream]);
  const version = findDraft(context, call, 'deposit:write');
  checkUnlocked(version);
  const entry = entryOf(version, call);
  const declared = call.headers['content-length'];
  if (declared !== undefined) checkQuota(version, entry.key, Number(declared));
}

function write(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  if (call.upload === undefined) {
    throw refuse(400, 'The file upload transfer failed, please try again.');
  }
  const step = writeContent(context, version, entryOf(version, call), call.upload.content);
  return told(step, call, 200);
}

// Zenodo lets nobody write the parts of a multipart transfer (zenodo-rdm#1443).
function writePart(context: Context, call: Call): Outcome {
  entryOf(findDraft(context, call, 'deposit:write'), call);
  throw permissionDenied();
}

function readContent(context: Context, call: Call): Outcome {
  const version = findPreview(context, call);
  const entry = entryOf(version, call);
  if (!isCompleted(entry)) throw noSuchFile(version.id, entry.key);
  return answer(download(entry, call));
}

function commit(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  return told(commitFile(context, version, entryOf(version, call)), call, 200);
}

function read(context: Context, call: Call): Outcome {
  const version = findPreview(context, call);
  return told({ version, changes: [] }, call, 200);
}

function describe(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const entry = entryOf(version, call);
  const metadata = isJsonObject(call.json) ? (call.json['metadata'] ?? null) : null;
  const changed = version.draft.files.map((file) =>
    file === entry ? { ...file, metadata } : file,
  );
  return told(replaceFiles(context, version, changed), call, 200);
}

function remove(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const step = removeFile(context, version, call.params['key'] ?? '');
  return { response: empty(204), changes: step.changes };
}

function entryOf(version: WithDraft, call: Call): FileEntry {
  const key = call.params['key'] ?? '';
  const entry = version.draft.files.find((file) => file.key === key);
  if (entry === undefined) throw noSuchFile(version.id, key);
  return entry;
}

function listOf({ version }: Step, call: Call): object {
  if (version.draft === undefined) throw new Error(`Version ${version.id} has no draft.`);
  return formatFileList(version, version.draft, addressesAt(call.origin));
}

function told(step: Step, call: Call, status: number): Outcome {
  const { draft } = step.version;
  if (draft === undefined) throw new Error(`Version ${step.version.id} has no draft.`);
  const entry = entryOf({ ...step.version, draft }, call);
  const body = formatFileEntry(step.version, draft, entry, addressesAt(call.origin));
  return { response: json(status, body), changes: step.changes };
}
