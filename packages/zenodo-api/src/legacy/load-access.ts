import { expectString, isTruthy, ownValue } from './dynamic-value.js';
import type { JsonObject } from './dynamic-value.js';
import { RefusedFields, fieldError } from './field-error.js';
import type { RdmAccess } from './rdm-metadata.js';

/** A DOI that came with the metadata: Zenodo's own production prefix, or one minted elsewhere. */
export interface GivenDoi {
  readonly identifier: string;
  readonly provider: 'datacite' | 'external';
}

/** Access of the files by `access_right`; the record itself is always public. */
export function loadAccess(metadata: JsonObject): RdmAccess {
  const right = ownValue(metadata, 'access_right');
  const until = ownValue(metadata, 'embargo_date');
  if (!isTruthy(right) || right === 'open') return { record: 'public', files: 'public' };
  if (right === 'restricted' || right === 'closed')
    return { record: 'public', files: 'restricted' };
  if (right === 'embargoed' && isTruthy(until)) {
    return {
      record: 'public',
      files: 'restricted',
      embargo: { active: true, until: String(until) },
    };
  }
  throw new RefusedFields([fieldError('_schema', 'Unknown access type.')]);
}

/** `doi` of the metadata; an empty one counts as absent, and `prereserve_doi` is never looked at. */
export function loadDoi(metadata: JsonObject): GivenDoi | null {
  const doi = ownValue(metadata, 'doi');
  if (!isTruthy(doi)) return null;
  const identifier = expectString(doi, 'startswith');
  const provider = identifier.startsWith('10.5281/') ? 'datacite' : 'external';
  return { identifier, provider };
}
