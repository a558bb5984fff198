import { mayReadFiles } from '../access/permission.js';
import { download } from '../bucket/download.js';
import type { Call, Context } from '../http/call.js';
import { noSuchFile, permissionDenied, pidUnknown, pidUnregistered } from '../http/refusal.js';
import { answer, json, redirect, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { findRecord, type WithRecord } from '../lifecycle/lookup.js';
import { isCompleted, type FileEntry } from '../model/file-entry.js';
import { addressesAt } from '../model/links.js';
import { latestPublished } from '../model/world.js';
import { archive } from './files/archive.js';
import { formatFace, recordFaces } from './faces/faces.js';
import { formatFileEntry, formatFileList } from './files/file-list.js';
import { goneRefusal } from './gone.js';

const one = '/api/records/:id';
const read = { method: 'GET', body: 'none' } as const;

/** Reading published records (contract D). */
export const readRoutes: readonly Route[] = [
  { ...read, pattern: '/api/records/', handle: withoutSlash },
  { ...read, pattern: one, produces: recordFaces, handle: record },
  { ...read, pattern: `${one}/versions/latest`, handle: latest },
  { ...read, pattern: `${one}/files`, handle: files },
  { ...read, pattern: `${one}/files-archive`, handle: archiveOf },
  { ...read, pattern: `${one}/files/:key+/content`, handle: content },
  { ...read, pattern: `${one}/files/:key+`, handle: file },
];

function withoutSlash(_context: Context, call: Call): Outcome {
  const query = call.query === '' ? '' : `?${call.query}`;
  return answer(redirect(301, `${call.origin}/api/records${query}`));
}

function record(context: Context, call: Call): Outcome {
  const concept = context.world.concept(Number(call.params['id']));
  if (concept !== undefined) {
    const newest = latestPublished(context.world, concept.id);
    if (newest === undefined) throw pidUnregistered();
    return answer(redirect(302, `${call.origin}/api/records/${newest.id}`));
  }
  const version = findReadable(context, call);
  const self = `${call.origin}/api/records/${version.id}`;
  const told = { world: context.world, version, shown: version.record };
  const response = formatFace(told, context, call, 200);
  const link = `<${self}> ; rel="linkset" ; type="application/linkset+json"`;
  return answer({ ...response, headers: { ...response.headers, Link: link } });
}

function latest(context: Context, call: Call): Outcome {
  const version = findRecord(context, call);
  const newest = latestPublished(context.world, version.concept) ?? version;
  const location = `${call.origin}/api/records/${newest.id}`;
  const message =
    'This resource has been permanently moved. You should be redirected automatically.';
  return answer(json(301, { status: 301, message, location }, { Location: location }));
}

function files(context: Context, call: Call): Outcome {
  const version = findWithFiles(context, call);
  return answer(json(200, formatFileList(version, version.record, addressesAt(call.origin))));
}

function archiveOf(context: Context, call: Call): Outcome {
  const version = findWithFiles(context, call);
  return answer(archive(version.record.files, `${version.id}`));
}

function file(context: Context, call: Call): Outcome {
  const version = findWithFiles(context, call);
  const entry = fileOf(version, call);
  return answer(
    json(200, formatFileEntry(version, version.record, entry, addressesAt(call.origin))),
  );
}

function content(context: Context, call: Call): Outcome {
  const version = findWithFiles(context, call);
  const entry = fileOf(version, call);
  if (!isCompleted(entry)) throw noSuchFile(version.id, entry.key);
  return answer(download(entry, call));
}

/** A published record; 410 when it was removed, except for superusers. */
export function findReadable(context: Context, call: Call): WithRecord {
  if (context.world.concept(Number(call.params['id'])) !== undefined) throw pidUnknown();
  const version = findRecord(context, call);
  const { deleted } = version;
  if (deleted !== undefined && call.actor.account?.superuser !== true) throw goneRefusal(deleted);
  return version;
}

/** A published record whose files the actor may read. */
export function findWithFiles(context: Context, call: Call): WithRecord {
  const version = findReadable(context, call);
  if (!mayReadFiles(context, call.actor, version)) throw permissionDenied();
  return version;
}

function fileOf(version: WithRecord, call: Call): FileEntry {
  const key = call.params['key'] ?? '';
  const entry = version.record.files.find((candidate) => candidate.key === key);
  if (entry === undefined) throw noSuchFile(version.id, key);
  return entry;
}
