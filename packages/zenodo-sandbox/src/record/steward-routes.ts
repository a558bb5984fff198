import { requireManager } from '../access/permission.js';
import type { Call, Context } from '../http/call.js';
import { invalid, permissionDenied, refuse } from '../http/refusal.js';
import { json, type Outcome } from '../http/response.js';
import type { Route } from '../http/route.js';
import { openEdit } from '../lifecycle/edit.js';
import { findRecord, findVersion } from '../lifecycle/lookup.js';
import { isJsonObject } from '../model/json.js';
import { formatInstant } from '../model/instant.js';
import { addressesAt } from '../model/links.js';
import type { Version } from '../model/version.js';
import { goneRefusal } from './gone.js';
import { formatRdmRecord } from './rdm-record.js';

const produces = ['application/json'];
const one = '/api/records/:id';

/** What an owner may ask of the service for a published record (contract C.2). */
export const stewardRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: `${one}/request-deletion`,
    body: 'json',
    produces,
    handle: requestDeletion,
  },
  {
    method: 'POST',
    pattern: `${one}/file-modification`,
    body: 'json',
    produces,
    handle: unlockFiles,
  },
];

const day = 86_400_000;
/** Days after publication within which an owner is granted either. */
const graceDays = 30;

function requestDeletion(context: Context, call: Call): Outcome {
  const version = findRecord(context, call);
  if (version.deleted !== undefined) throw goneRefusal(version.deleted);
  requireManager(call.actor, version, 'deposit:actions');
  const body = isJsonObject(call.json) ? call.json : {};
  const reason = body['reason'];
  if (typeof reason !== 'string' || reason === '') {
    throw invalid([{ field: 'reason', messages: ['Missing data for required field.'] }]);
  }
  if (!isWithinGrace(context, version)) {
    // Later it is a request that somebody at Zenodo decides about; here nobody would.
    throw refuse(403, 'Permission denied.');
  }
  const note = typeof body['comment'] === 'string' ? body['comment'] : '';
  const deleted = { removed: formatInstant(context.now), reason, note };
  const value: Version = { ...version, draft: undefined, deleted };
  return {
    response: json(200, { status: 200, message: 'The record was deleted.', tombstone: deleted }),
    changes: [{ put: 'version', value }],
  };
}

function unlockFiles(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireManager(call.actor, version, 'deposit:write');
  if (version.record === undefined || !isWithinGrace(context, version)) throw permissionDenied();
  const opened = openEdit(context, version).version;
  const value: Version = { ...opened, unlocked: true };
  const shown = value.draft ?? version.record;
  const body = formatRdmRecord(context.world, value, shown, addressesAt(call.origin));
  return { response: json(200, body), changes: [{ put: 'version', value }] };
}

function isWithinGrace({ now }: Context, { published }: Version): boolean {
  return Date.parse(published ?? '') + graceDays * day > now.getTime();
}
