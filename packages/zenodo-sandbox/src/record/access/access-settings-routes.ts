import { RECORD_HTML, sanitizeHtml } from '@nx-zenodo/zenodo-api';
import { requireOwner } from '../../access/permission.js';
import type { Call, Context } from '../../http/call.js';
import { invalid, notFound, type FieldError } from '../../http/refusal.js';
import type { Outcome } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { shownRevision } from '../../deposit/deposition.js';
import { findVersion } from '../../lifecycle/lookup.js';
import { worldAfter } from '../../lifecycle/step.js';
import type { Change } from '../../model/change.js';
import { isJsonObject, type JsonObject } from '../../model/json.js';
import { noAccessRequests, type AccessSettings } from '../../model/version.js';
import { formatFace, recordFaces } from '../faces/faces.js';

/** Who may ask for the files of a work, and on what conditions (invenio-rdm-records, services/access). */
export const accessSettingsRoutes: readonly Route[] = [
  {
    method: 'PUT',
    pattern: '/api/records/:id/access',
    body: 'json',
    produces: recordFaces,
    handle: update,
  },
];

function update(context: Context, call: Call): Outcome {
  const version = findVersion(context, call);
  requireOwner(call.actor, version, 'deposit:write');
  const concept = context.world.concept(version.concept);
  if (concept === undefined || version.deleted !== undefined) throw notFound();
  const value = { ...concept, settings: readSettings(call.json) };
  const changes: Change[] = [{ put: 'concept', value }];
  const shown = version.record ?? shownRevision(version);
  const told = { world: worldAfter(context.world, { version, changes }), version, shown };
  return { response: formatFace(told, context, call, 200), changes };
}

const longestDays = 365;

// What is left out is as it was before anybody set anything: the settings are replaced whole.
function readSettings(body: unknown): AccessSettings {
  const given = isJsonObject(body) ? body : {};
  const errors: FieldError[] = [];
  const settings = {
    allow_user_requests: flag(given, 'allow_user_requests', errors),
    allow_guest_requests: flag(given, 'allow_guest_requests', errors),
    accept_conditions_text: conditions(given, errors),
    secret_link_expiration: days(given, errors),
  };
  if (errors.length > 0) throw invalid(errors);
  return settings;
}

function flag(
  given: JsonObject,
  field: 'allow_user_requests' | 'allow_guest_requests',
  errors: FieldError[],
): boolean {
  const value = given[field];
  if (typeof value === 'boolean') return value;
  if (value !== undefined) errors.push({ field, messages: ['Not a valid boolean.'] });
  return noAccessRequests[field];
}

function conditions(given: JsonObject, errors: FieldError[]): string | null {
  const field = 'accept_conditions_text';
  const value = given[field];
  if (typeof value === 'string') return sanitizeHtml(value, RECORD_HTML);
  if (value !== undefined && value !== null) {
    errors.push({ field, messages: ['Not a valid string.'] });
  }
  return null;
}

function days(given: JsonObject, errors: FieldError[]): number {
  const field = 'secret_link_expiration';
  const value = given[field] ?? noAccessRequests[field];
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    errors.push({ field, messages: ['Not a valid integer.'] });
    return 0;
  }
  if (value < 0 || value > longestDays) {
    const message = `Must be greater than or equal to 0 and less than or equal to ${longestDays}.`;
    errors.push({ field, messages: [message] });
  }
  return value;
}
