import { mayReadFiles, requireManager, requireScope } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { checkContentType, octetStream } from '../http/negotiation.js';
import {
  noSuchFile,
  notFound,
  permissionDenied,
  refuse,
  Refusal,
  serverError,
} from '../http/refusal.js';
import { answer, empty, json, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { addFile, checkQuota, checkUnlocked, removeFile } from '../lifecycle/draft-files.js';
import type { WithDraft } from '../lifecycle/lookup.js';
import { isCompleted, type CompletedFile } from '../model/file-entry.js';
import type { Version } from '../model/version.js';
import { download } from './download.js';
import { guessMediaType } from './media-type.js';

const object = '/api/files/:bucket/:key';

/** The bucket API (contract B): a key is one path segment, so a slash cannot be said. */
export const bucketRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/files/:bucket', body: 'none', handle: list },
  { method: 'GET', pattern: object, body: 'none', handle: read },
  { method: 'PUT', pattern: object, body: 'stream', admit: admitUpload, handle: upload },
  { method: 'DELETE', pattern: object, body: 'none', handle: remove },
];

// Zenodo's own listing always fails (zenodo/zenodo#2506); files are listed through the deposition.
function list(context: Context): Outcome {
  throw new Refusal(serverError(context.uuid()));
}

function read(context: Context, call: Call): Outcome {
  const version = versionOf(context, call);
  const shown = version.record ?? version.draft;
  const key = call.params['key'] ?? '';
  if (!mayReadFiles(context, call.actor, version)) throw permissionDenied();
  const file = shown?.files.filter(isCompleted).find((candidate) => candidate.key === key);
  if (file === undefined) throw noSuchFile(version.id, key);
  return answer(download(file, call));
}

function admitUpload(context: Context, call: Call): void {
  checkContentType(call.headers['content-type'], [octetStream]);
  const version = draftOf(context, call);
  const declared = call.headers['content-length'];
  if (declared === undefined) return;
  checkQuota(version, call.params['key'] ?? '', Number(declared));
}

function upload(context: Context, call: Call): Outcome {
  const version = draftOf(context, call);
  if (call.upload === undefined)
    throw refuse(400, 'The file upload transfer failed, please try again.');
  const key = call.params['key'] ?? '';
  const { step, file } = addFile(context, version, key, call.upload.content, 'replace');
  return { response: json(201, formatObject(call, version, file)), changes: step.changes };
}

function remove(context: Context, call: Call): Outcome {
  const step = removeFile(context, draftOf(context, call), call.params['key'] ?? '');
  return { response: empty(204), changes: step.changes };
}

function versionOf(context: Context, call: Call): Version {
  const version = context.world.versionOfBucket(call.params['bucket'] ?? '');
  if (version === undefined) throw notFound();
  return version;
}

// A published record's bucket: replacing a key is refused as a deletion (403), a new key as no draft (404).
function draftOf(context: Context, call: Call): WithDraft {
  const version = versionOf(context, call);
  const { draft, record } = version;
  if (draft === undefined) {
    const known = record?.files.some((file) => file.key === call.params['key']) === true;
    throw known ? permissionDenied() : notFound();
  }
  requireManager(call.actor, version);
  requireScope(call.actor, 'deposit:write');
  const open = { ...version, draft };
  checkUnlocked(open);
  return open;
}

/** An object of a bucket as PUT answers it. */
function formatObject(call: Call, version: Version, file: CompletedFile): object {
  const self = `${call.origin}/api/files/${version.bucket}/${encodeURIComponent(file.key)}`;
  return {
    created: file.created,
    updated: file.updated,
    version_id: file.versionId,
    key: file.key,
    size: file.content.size,
    mimetype: guessMediaType(file.key),
    checksum: `md5:${file.content.md5}`,
    is_head: true,
    delete_marker: false,
    links: {
      self,
      version: `${self}?version_id=${file.versionId}`,
      uploads: `${self}?uploads=1`,
    },
  };
}
