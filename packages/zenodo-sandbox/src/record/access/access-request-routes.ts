import { mayReadFiles } from '../../access/permission.js';
import type { Call, Context } from '../../http/call.js';
import {
  invalid,
  permissionDenied,
  refuse,
  Refusal,
  serverError,
  type FieldError,
} from '../../http/refusal.js';
import { json, type Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { openRequest } from '../../lifecycle/review.js';
import type { Account } from '../../model/account.js';
import { isJsonObject } from '../../model/json.js';
import { isOpen, type ReviewRequest } from '../../model/review-request.js';
import { findReadable } from '../read-routes.js';
import { formatRequest } from '../request-json.js';

/** Asking the owner of a record for its files (invenio-rdm-records, services/access: request_access). */
export const accessRequestRoutes: readonly Route[] = [
  {
    method: 'POST',
    pattern: '/api/records/:id/access/request',
    body: 'json',
    produces: ['application/json'],
    handle: ask,
  },
];

interface Asked {
  readonly email?: string;
  readonly full_name?: string;
  readonly message?: string;
  readonly consent_to_share_personal_data?: string;
}

// Who gives the address of the own account asks as that account, everybody else as a guest.
function ask(context: Context, call: Call): Outcome {
  const { account } = call.actor;
  const email = isJsonObject(call.json) ? call.json['email'] : undefined;
  const isOwn = typeof email === 'string' && email.toLowerCase() === account?.email.toLowerCase();
  return account !== undefined && isOwn ? askAs(context, call, account) : askAsGuest(context, call);
}

function askAs(context: Context, call: Call, account: Account): Outcome {
  const version = findReadable(context, call);
  if (mayReadFiles(context, call.actor, version)) throw permissionDenied();
  checkNoneOpen(context, version.id, ({ creator }) => creator === account.id);
  const { message } = readAsked(call.json);
  const request = openRequest(context, {
    type: 'user-access-request',
    creator: account.id,
    record: version.id,
    ...(message === undefined ? {} : { note: message }),
  });
  return {
    response: json(200, formatRequest(call, request, context.world)),
    changes: [{ put: 'request', value: request }],
  };
}

// Zenodo first sends a letter to the address that was given; here every address is taken as confirmed.
function askAsGuest(context: Context, call: Call): Outcome {
  const version = findReadable(context, call);
  const { email, full_name: name, message, consent_to_share_personal_data } = readAsked(call.json);
  if (email === undefined || name === undefined || consent_to_share_personal_data === undefined) {
    throw new Refusal(serverError(context.uuid()));
  }
  checkNoneOpen(context, version.id, ({ guest }) => guest?.email === email);
  const request = openRequest(context, {
    type: 'guest-access-request',
    guest: { email, name, consent: consent_to_share_personal_data },
    record: version.id,
    note: message ?? '',
  });
  const told = { message: 'Verification link sent out, please check your e-mail inbox' };
  return { response: json(200, told), changes: [{ put: 'request', value: request }] };
}

function checkNoneOpen(
  { world }: Context,
  record: number,
  isSame: (request: ReviewRequest) => boolean,
): void {
  for (const request of world.requests()) {
    if (request.record !== record || !isOpen(request) || !isSame(request)) continue;
    throw refuse(400, `Identical access requests already exist: ${request.id}`);
  }
}

const fields = ['email', 'full_name', 'message', 'consent_to_share_personal_data'] as const;

function readAsked(body: unknown): Asked {
  const given = isJsonObject(body) ? body : {};
  const errors: FieldError[] = Object.keys(given)
    .filter((name) => name !== 'permission' && !fields.some((field) => field === name))
    .map((field) => ({ field, messages: ['Unknown field.'] }));
  const asked: Record<string, string> = {};
  for (const field of fields) {
    const value = given[field];
    if (value === undefined) continue;
    const message = problemOf(field, value);
    if (message !== undefined) errors.push({ field, messages: [message] });
    else asked[field] = String(value).trim();
  }
  if (errors.length > 0) throw invalid(errors);
  return asked;
}

function problemOf(field: (typeof fields)[number], value: unknown): string | undefined {
  if (typeof value !== 'string') return 'Not a valid string.';
  if (field === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return 'Not a valid email address.';
  if (field !== 'consent_to_share_personal_data' || /^(true|false)$/.test(value)) return undefined;
  return 'Must be one of: true, false.';
}
