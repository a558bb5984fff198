import { requireOwner } from '../../access/permission.js';
import type { Call, Context } from '../../http/call.js';
import { invalid, refuse } from '../../http/refusal.js';
import { answer, empty, json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { addGrants, replaceGrants } from '../../lifecycle/access-grants.js';
import { findVersion } from '../../lifecycle/lookup.js';
import { isJsonObject } from '../../model/json.js';
import type { Grant, Version } from '../../model/version.js';

const access = '/api/records/:id/access';
const produces = ['application/json'];

/** What people were granted by name: to view, preview, edit or manage all versions of a work (contract C.2). */
export const accessGrantRoutes: readonly Route[] = [
  { method: 'GET', pattern: `${access}/grants`, body: 'none', produces, handle: list },
  { method: 'POST', pattern: `${access}/grants`, body: 'json', produces, handle: add },
  { method: 'GET', pattern: `${access}/grants/:index`, body: 'none', produces, handle: read },
  { method: 'DELETE', pattern: `${access}/grants/:index`, body: 'none', produces, handle: remove },
  { method: 'GET', pattern: `${access}/users`, body: 'none', produces, handle: list },
  { method: 'GET', pattern: `${access}/users/:user`, body: 'none', produces, handle: read },
  { method: 'PATCH', pattern: `${access}/users/:user`, body: 'json', produces, handle: update },
  { method: 'DELETE', pattern: `${access}/users/:user`, body: 'none', produces, handle: remove },
];

const permissions = ['view', 'preview', 'edit', 'manage'] as const;

function list(context: Context, call: Call): Outcome {
  return answer(json(200, hitsOf(grantsOf(findOwned(context, call)))));
}

function read(context: Context, call: Call): Outcome {
  return answer(json(200, told(grantOf(findOwned(context, call), call))));
}

function add(context: Context, call: Call): Outcome {
  const version = findOwned(context, call);
  const given = isJsonObject(call.json) ? call.json['grants'] : undefined;
  const added = (Array.isArray(given) ? given : []).map((item: unknown) =>
    readGrant(context, item),
  );
  if (added.length === 0) {
    throw invalid([{ field: 'grants', messages: ['Missing data for required field.'] }]);
  }
  const changes = addGrants(context.world, version, added);
  return { response: json(201, hitsOf(added)), changes };
}

function update(context: Context, call: Call): Outcome {
  const version = findOwned(context, call);
  const former = grantOf(version, call);
  const given = isJsonObject(call.json) ? call.json['permission'] : undefined;
  const changed = { ...former, permission: readPermission(given) };
  const grants = grantsOf(version).map((grant) => (grant === former ? changed : grant));
  const changes = replaceGrants(context.world, version, grants);
  return { response: json(200, told(changed)), changes };
}

function remove(context: Context, call: Call): Outcome {
  const version = findOwned(context, call);
  const former = grantOf(version, call);
  const kept = grantsOf(version).filter((grant) => grant !== former);
  return { response: empty(204), changes: replaceGrants(context.world, version, kept) };
}

function findOwned(context: Context, call: Call): Version {
  const version = findVersion(context, call);
  requireOwner(call.actor, version, 'deposit:write');
  return version;
}

const grantsOf = ({ grants = [] }: Version): readonly Grant[] => grants;

function grantOf(version: Version, { params }: Call): Grant {
  const { index, user } = params;
  const grant = grantsOf(version).find(({ account }, at) =>
    index === undefined ? String(account) === user : String(at) === index,
  );
  if (grant === undefined) {
    throw refuse(
      404,
      `No grant found ${index === undefined ? 'by given user id' : 'with the given ID'}.`,
    );
  }
  return grant;
}

function readGrant({ accounts }: Context, item: unknown): Grant {
  const { subject, permission } = isJsonObject(item) ? item : {};
  const { type, id } = isJsonObject(subject) ? subject : {};
  const account = accounts.find((candidate) => String(candidate.id) === String(id));
  if (type !== 'user' || account === undefined) {
    throw invalid([{ field: 'grants.subject', messages: ['Invalid subject.'] }]);
  }
  return { account: account.id, permission: readPermission(permission) };
}

function readPermission(value: unknown): Grant['permission'] {
  const permission = permissions.find((name) => name === value);
  if (permission !== undefined) return permission;
  const messages = [`Must be one of: ${permissions.join(', ')}.`];
  throw invalid([{ field: 'permission', messages }]);
}

const told = ({ account, permission, origin }: Grant) => ({
  permission,
  subject: { type: 'user', id: String(account) },
  origin: origin ?? null,
});

const hitsOf = (grants: readonly Grant[]) => ({
  hits: { hits: grants.map(told), total: grants.length },
});
