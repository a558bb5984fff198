import { requireManager } from '../../access/permission.js';
import type { Call, Context } from '../../http/call.js';
import { invalid, permissionDenied } from '../../http/refusal.js';
import { json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { openEdit } from '../../lifecycle/edit.js';
import { quota } from '../../lifecycle/draft-files.js';
import { deletion, openRequest } from '../../lifecycle/review.js';
import { findDraft, findRecord, findVersion } from '../../lifecycle/lookup.js';
import { isJsonObject } from '../../model/json.js';
import { addressesAt } from '../../model/links.js';
import type { Version } from '../../model/version.js';
import { goneRefusal } from '../gone.js';
import { formatRequest } from '../request-json.js';
import { formatRdmRecord } from '../faces/rdm-record.js';

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
  {
    method: 'POST',
    pattern: `${one}/quota-increase`,
    body: 'json',
    produces,
    handle: increaseQuota,
  },
];

const day = 86_400_000;
/** Days after publication within which an owner is granted either. */
const graceDays = 30;

function requestDeletion(context: Context, call: Call): Outcome {
  const version = findRecord(context, call);
  if (version.deleted !== undefined) throw goneRefusal(version.deleted);
  const account = requireManager(call.actor, version, 'deposit:actions');
  const body = isJsonObject(call.json) ? call.json : {};
  const reason = body['reason'];
  if (typeof reason !== 'string' || reason === '') {
    throw invalid([{ field: 'reason', messages: ['Missing data for required field.'] }]);
  }
  const note = typeof body['comment'] === 'string' ? body['comment'] : '';
  if (isWithinGrace(context, version)) {
    const told = { status: 200, message: 'The record was deleted.' };
    return { response: json(200, told), changes: deletion(context, version, { reason, note }) };
  }
  // Later it is a request that somebody at Zenodo decides about.
  const asked = { type: 'record-deletion', creator: account.id, record: version.id } as const;
  const request = openRequest(context, { ...asked, reason, note });
  return {
    response: json(201, formatRequest(call, request, context.world)),
    changes: [{ put: 'request', value: request }],
  };
}

// The body is not in the code that was read: `quota_size` is the total that is asked for, in bytes.
function increaseQuota(context: Context, call: Call): Outcome {
  const version = findDraft(context, call, 'deposit:write');
  const body = isJsonObject(call.json) ? call.json : {};
  const asked = body['quota_size'];
  if (typeof asked !== 'number' || !Number.isInteger(asked) || asked <= quota.bytes) {
    const messages = [`Must be a whole number of bytes above ${quota.bytes}.`];
    throw invalid([{ field: 'quota_size', messages }]);
  }
  if (asked - quota.bytes + raisedElsewhere(context, version) > quota.raisedBytes) {
    const messages = [`Not more than ${quota.raisedBytes} bytes can be had in addition.`];
    throw invalid([{ field: 'quota_size', messages }]);
  }
  const value = { ...version, quota: asked };
  const told = formatRdmRecord(
    context.world,
    value,
    value.draft,
    addressesAt(call.origin),
    manager,
  );
  return { response: json(200, told), changes: [{ put: 'version', value }] };
}

// Only who manages a record comes as far as an answer.
const manager = { edits: true, readsFiles: true };

// What an owner has raised is counted over all that is theirs (contract 0.6).
function raisedElsewhere({ world }: Context, { id, owner }: Version): number {
  return [...world.versions()]
    .filter((other) => other.owner === owner && other.id !== id)
    .reduce((sum, other) => sum + Math.max(0, (other.quota ?? 0) - quota.bytes), 0);
}

function unlockFiles(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireManager(call.actor, version, 'deposit:write');
  if (version.record === undefined || !isWithinGrace(context, version)) throw permissionDenied();
  const opened = openEdit(context, version).version;
  const value: Version = { ...opened, unlocked: true };
  const shown = value.draft ?? version.record;
  const body = formatRdmRecord(context.world, value, shown, addressesAt(call.origin), manager);
  return { response: json(200, body), changes: [{ put: 'version', value }] };
}

function isWithinGrace({ now }: Context, { published }: Version): boolean {
  return Date.parse(published ?? '') + graceDays * day > now.getTime();
}
