import { mayManage, requireManager, requireView } from '../../access/permission.js';
import type { Call, Context } from '../../http/call.js';
import { notFound, refuseByFramework } from '../../http/refusal.js';
import { answer, json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { findVersion } from '../../lifecycle/lookup.js';
import { formatInstant } from '../../model/instant.js';
import type { ExtraFormat, Version } from '../../model/version.js';

const deposit = '/api/deposit/depositions/:id/formats';
const record = '/api/records/:id/formats';

/** Extra formats of a record, such as a domain's own XML, kept beside it (contract A.9). */
export const formatRoutes: readonly Route[] = [
  { method: 'GET', pattern: deposit, body: 'none', handle: read },
  { method: 'PUT', pattern: deposit, body: 'stream', admit, handle: write },
  { method: 'DELETE', pattern: deposit, body: 'none', handle: remove },
  { method: 'OPTIONS', pattern: deposit, body: 'none', handle: list },
  { method: 'GET', pattern: record, body: 'none', handle: read },
  { method: 'OPTIONS', pattern: record, body: 'none', handle: list },
];

function read(context: Context, call: Call): Outcome {
  const version = findVisible(context, call);
  // `+` of a media type is a space in a query that was not encoded.
  const asked = call.search.get('mimetype')?.replaceAll(' ', '+') ?? call.headers['accept'];
  const format = formatNamed(version, checkType(asked));
  if (format === undefined) throw notFound();
  return answer({
    status: 200,
    headers: { 'Content-Type': format.type, 'X-Content-Type-Options': 'nosniff' },
    body: { kind: 'content', content: format.content },
  });
}

function admit(context: Context, call: Call): void {
  checkType(call.headers['content-type']);
  requireManager(call.actor, findVersion(context, call), 'deposit:write');
}

function write(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireManager(call.actor, version, 'deposit:write');
  const type = checkType(call.headers['content-type']);
  const content = call.upload?.content;
  if (content === undefined) throw invalidType();
  const now = formatInstant(context.now);
  const created = formatNamed(version, type)?.created ?? now;
  const kept = (version.formats ?? []).filter((format) => format.type !== type);
  const value = { ...version, formats: [...kept, { type, content, created, updated: now }] };
  const told = json(200, { message: `Extra format "${type}" updated.` });
  return { response: told, changes: [{ put: 'version', value }] };
}

function remove(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireManager(call.actor, version, 'deposit:write');
  const type = checkType(call.headers['content-type'] ?? call.search.get('mimetype') ?? undefined);
  if (formatNamed(version, type) === undefined) throw notFound();
  const formats = (version.formats ?? []).filter((format) => format.type !== type);
  const told = json(200, { message: `Extra format "${type}" deleted.` });
  return { response: told, changes: [{ put: 'version', value: { ...version, formats } }] };
}

function list(context: Context, call: Call): Outcome {
  const entries = (findVisible(context, call).formats ?? []).map((format) => ({
    created: format.created,
    updated: format.updated,
    key: format.type,
    checksum: `md5:${format.content.md5}`,
    size: format.content.size,
    mimetype: 'application/octet-stream',
    file_id: format.content.id,
    storage_class: 'L',
    status: 'completed',
  }));
  return answer(json(200, entries));
}

function findVisible(context: Context, call: Call): Version {
  const version = findVersion(context, call);
  if (version.record === undefined && !mayManage(call.actor, version)) {
    requireView(context, call.actor, version);
  }
  return version;
}

function formatNamed(version: Version, type: string): ExtraFormat | undefined {
  return version.formats?.find((format) => format.type === type);
}

function checkType(type: string | undefined): string {
  if (type === undefined || !/^[\w.+-]+\/[\w.+-]+$/.test(type)) throw invalidType();
  return type;
}

const invalidType = () => refuseByFramework(400, 'Invalid extra format MIMEType.');
