import { checkMetadata, isCustomField, unknownIds, type RdmAccess } from '@nx-zenodo/zenodo-api';
import type { Call, Context } from '../http/call.js';
import { invalid, refuse, type FieldError } from '../http/refusal.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Content, Pid, Version } from '../model/version.js';
import { readRoCrate, roCrateType } from './faces/ro-crate.js';
import { pidErrors } from '../lifecycle/doi-rules.js';

/** A draft as it is saved, and what its depositor is told about it. */
export interface ReadDraft {
  readonly content: Content;
  readonly errors: readonly FieldError[];
}

/**
 * Reads a body of the records API. Partial and wrong data is saved as far as it can be, with a list
 * of what is wrong; only unknown vocabulary ids and what Zenodo forbids are refused (contract C.2, C.5).
 */
export function readDraftBody(context: Context, call: Call, version?: Version): ReadDraft {
  const isCrate = call.headers['content-type'] === roCrateType;
  const body = isCrate ? readRoCrate(call.json) : (call.json ?? {});
  if (!isJsonObject(body)) throw invalid([{ field: '_schema', messages: ['Invalid input type.'] }]);
  const given = body['metadata'];
  const { metadata, errors } = checkMetadata(isJsonObject(given) ? given : {});
  const unknown = unknownIds(metadata)[0];
  if (unknown !== undefined) throw refuse(400, unknown.message);
  const access = readAccess(objectOf(body['access']));
  const pids = readPids(body['pids'], version);
  const content: Content = {
    metadata,
    customFields: readCustomFields(objectOf(body['custom_fields'])),
    access: access.access,
    pids,
  };
  return {
    content,
    errors: [
      ...(given === undefined ? [] : errors),
      ...access.errors,
      ...filesErrors(objectOf(body['files'])),
      ...pidErrors(context, pids.doi, version?.id),
    ],
  };
}

function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

// Zenodo has no restricted records: only files may be (zenodo-rdm test_resources).
function readAccess(access: JsonObject): { access: RdmAccess; errors: FieldError[] } {
  if (access['record'] === 'restricted') {
    const message = "You don't have permissions to manage record access.";
    throw invalid([{ field: 'access', messages: [message] }]);
  }
  const embargo = objectOf(access['embargo']);
  const until = embargo['until'];
  const files = access['files'] === 'restricted' ? 'restricted' : 'public';
  if (embargo['active'] !== true) return { access: { record: 'public', files }, errors: [] };
  if (typeof until !== 'string') {
    const message = 'Embargo end date must be specified if active embargo.';
    return {
      access: { record: 'public', files },
      errors: [{ field: 'access.embargo.until', messages: [message] }],
    };
  }
  return { access: { record: 'public', files, embargo: { active: true, until } }, errors: [] };
}

function filesErrors(files: JsonObject): FieldError[] {
  if (files['enabled'] !== false) return [];
  const message = "You don't have permissions to manage files options.";
  return [{ field: 'files.enabled', messages: [message] }];
}

const recordFields = ['journal:journal', 'meeting:meeting', 'imprint:imprint', 'thesis:thesis'];

function readCustomFields(fields: JsonObject): Content['customFields'] {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => isCustomField(name) || recordFields.includes(name)),
  );
}

// A body that says nothing of identifiers leaves them as they are.
function readPids(value: unknown, version: Version | undefined): Content['pids'] {
  const former = version?.draft?.content.pids ?? {};
  if (!isJsonObject(value)) return former;
  const doi = objectOf(value['doi']);
  const identifier = doi['identifier'];
  if (typeof identifier !== 'string') return version?.record === undefined ? {} : managed(former);
  const provider = doi['provider'] === 'external' ? 'external' : 'datacite';
  const pid: Pid = { identifier, provider };
  const { oai } = former;
  return {
    doi: provider === 'datacite' ? { ...pid, client: 'datacite' } : pid,
    ...(oai && { oai }),
  };
}

// What was minted here for a published record cannot be taken off it again.
function managed(former: Content['pids']): Content['pids'] {
  return former.doi?.provider === 'external' ? { oai: former.oai } : former;
}
