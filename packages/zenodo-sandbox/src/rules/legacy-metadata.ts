import { invalid, refuse, serverError, Refusal } from '../http/refusal.js';
import { formatDay } from '../model/instant.js';
import { isJsonObject, type Json, type JsonObject } from '../model/json.js';
import type { Access, Content } from '../model/version.js';

/** Reads the body of a legacy create or update. Throws the refusal that Zenodo answers. */
export function decodeLegacyBody(body: unknown, now: Date): Content {
  if (!isJsonObject(body)) throw new Refusal(serverError('0'));
  const unknown = Object.keys(body).filter((key) => key !== 'metadata' && key !== 'files');
  if (unknown.length > 0) {
    throw invalid(unknown.map((field) => ({ field, messages: ['Unknown field.'] })));
  }
  const sent = body['metadata'];
  if (sent !== undefined && !isJsonObject(sent)) throw refuse(400, 'A validation error occurred.');
  const given = sent ?? {};
  const legacy: JsonObject =
    sent === undefined
      ? {}
      : {
          publication_date: formatDay(now),
          imprint_publisher: 'Zenodo',
          access_right: 'open',
          license: given['upload_type'] === 'dataset' ? 'cc-zero' : 'cc-by-4.0',
          ...given,
          prereserve_doi: undefined,
          doi: undefined,
        };
  return {
    metadata: rdmMetadata(legacy),
    custom_fields: { 'legacy:as-sent': legacy },
    access: accessOf(legacy),
    pids: pidsOf(given['doi']),
  };
}

function rdmMetadata(legacy: JsonObject): JsonObject {
  const { title, description, publication_date, creators, upload_type, version } = legacy;
  return {
    title,
    description,
    publication_date,
    version,
    creators: Array.isArray(creators)
      ? creators.filter(isJsonObject).map((person) => ({ person_or_org: { name: person['name'] } }))
      : undefined,
    resource_type: typeof upload_type === 'string' ? { id: upload_type } : undefined,
  } as JsonObject;
}

function accessOf(legacy: JsonObject): Access {
  const right = legacy['access_right'] ?? 'open';
  const until = legacy['embargo_date'];
  return {
    record: 'public',
    files: right === 'open' ? 'public' : 'restricted',
    embargo:
      right === 'embargoed' && typeof until === 'string'
        ? { active: true, until }
        : { active: false },
  };
}

function pidsOf(doi: Json | undefined): Content['pids'] {
  if (typeof doi !== 'string' || doi === '') return {};
  const provider = doi.startsWith('10.5281/') ? 'datacite' : 'external';
  return { doi: { identifier: doi, provider } };
}

/** `metadata` as the legacy API tells it back. */
export function toLegacyMetadata(content: Content): JsonObject {
  const sent = content.custom_fields['legacy:as-sent'];
  return isJsonObject(sent) ? { ...sent, version: content.metadata['version'] } : {};
}
