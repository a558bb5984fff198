import { mayManage, mayReadFiles } from '../access/permission.js';
import { download } from '../bucket/download.js';
import type { Call, Context } from '../http/call.js';
import { noSuchFile, permissionDenied, pidUnknown, pidUnregistered } from '../http/refusal.js';
import { answer, json, redirect, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { findRecord, type WithRecord } from '../lifecycle/lookup.js';
import { isCompleted } from '../model/file-entry.js';
import { formatDay } from '../model/instant.js';
import { addressesAt } from '../model/links.js';
import { latestPublished } from '../model/world.js';
import { formatFileList } from './file-list.js';
import { searchRecords, searchVersions } from './record-search.js';
import { formatZenodoRecord } from './zenodo-record.js';

const produces = ['application/json', 'application/vnd.zenodo.v1+json'];
const one = '/api/records/:id';

/** Reading published records (contract D). */
export const readRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/records', body: 'none', produces, handle: searchRecords },
  { method: 'GET', pattern: one, body: 'none', produces, handle: read },
  { method: 'GET', pattern: `${one}/versions`, body: 'none', produces, handle: searchVersions },
  { method: 'GET', pattern: `${one}/versions/latest`, body: 'none', handle: latest },
  { method: 'GET', pattern: `${one}/files`, body: 'none', handle: files },
  { method: 'GET', pattern: `${one}/files/:key+/content`, body: 'none', handle: content },
];

function read(context: Context, call: Call): Outcome {
  const concept = context.world.concept(Number(call.params['id']));
  if (concept !== undefined) {
    const newest = latestPublished(context.world, concept.id);
    if (newest === undefined) throw pidUnregistered();
    return answer(redirect(302, `${call.origin}/api/records/${newest.id}`));
  }
  const version = findReadable(context, call);
  const addresses = addressesAt(call.origin);
  const self = `${addresses.api}/records/${version.id}`;
  return answer(
    json(200, formatZenodoRecord(context.world, version, version.record, addresses), {
      ETag: `"${version.record.revision}"`,
      Link: `<${self}> ; rel="linkset" ; type="application/linkset+json"`,
    }),
  );
}

function latest(context: Context, call: Call): Outcome {
  const version = findRecord(context, call);
  const newest = latestPublished(context.world, version.concept) ?? version;
  const location = `${call.origin}/api/records/${newest.id}`;
  const body = { status: 301, message: 'Moved Permanently', location };
  return answer(json(301, body, { Location: location }));
}

function files(context: Context, call: Call): Outcome {
  const version = findReadable(context, call);
  requireFiles(context, call, version);
  return answer(json(200, formatFileList(version, version.record, addressesAt(call.origin))));
}

function content(context: Context, call: Call): Outcome {
  const version = findReadable(context, call);
  requireFiles(context, call, version);
  const key = call.params['key'] ?? '';
  const file = version.record.files.filter(isCompleted).find((entry) => entry.key === key);
  if (file === undefined) throw noSuchFile(version.id, key);
  return answer(download(file, call));
}

/** A published record that the actor may see. */
export function findReadable(context: Context, call: Call): WithRecord {
  if (context.world.concept(Number(call.params['id'])) !== undefined) throw pidUnknown();
  const version = findRecord(context, call);
  const isPublic = version.record.content.access.record === 'public';
  if (!isPublic && !mayManage(call.actor, version)) throw permissionDenied();
  return version;
}

function requireFiles(context: Context, call: Call, version: WithRecord): void {
  if (!mayReadFiles(call.actor, version, formatDay(context.now))) throw permissionDenied();
}
