import { currentResourceTypeId } from '../vocabularies/resource-types.js';
import { isObject, isTruthy, ownValue } from './dynamic-value.js';
import type { JsonObject } from './dynamic-value.js';
import {
  NOT_NULL,
  RefusedFields,
  UNKNOWN_FIELD,
  UnexpectedValue,
  fieldError,
} from './field-error.js';
import type { FieldError } from './field-error.js';
import { loadAccess, loadDoi } from './load-access.js';
import type { GivenDoi } from './load-access.js';
import { loadCustomFields } from './load-custom-fields.js';
import type { CustomFields } from './load-custom-fields.js';
import { loadMetadata } from './load-metadata.js';
import type { LoadContext } from './load-metadata.js';
import { checkMetadata } from './metadata-schema.js';
import type { RdmAccess, RdmMetadata } from './rdm-metadata.js';
import { unknownIds } from './vocabulary-check.js';

/** What a draft holds after a body of the deposit API was taken. */
export interface DepositDraft {
  readonly metadata: RdmMetadata;
  readonly customFields: CustomFields;
  readonly access: RdmAccess;
  /** A DOI given in the metadata; the one a draft already has is kept where this is null. */
  readonly doi: GivenDoi | null;
}

/** The verdict on a body: taken (perhaps with losses that Zenodo does not tell), or refused. */
export type DecodedDeposit =
  | {
      readonly ok: true;
      readonly draft: DepositDraft;
      /** What the record schema complained about when the draft was saved; Zenodo does not show it. */
      readonly saveErrors: readonly FieldError[];
    }
  | {
      readonly ok: false;
      readonly status: 400 | 500;
      readonly message: string;
      /** Empty where Zenodo's answer carries no list. */
      readonly errors: readonly FieldError[];
    };

/** The messages of answers that carry no facts of their own. */
export const VALIDATION_MESSAGE = 'A validation error occurred.';
export const SERVER_ERROR_MESSAGE =
  'The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is an error in the application.';

function readBody(body: JsonObject): { metadata: JsonObject | undefined; errors: FieldError[] } {
  const errors = Object.keys(body)
    .filter((key) => key !== 'metadata' && key !== 'files')
    .map((key) => fieldError(key, UNKNOWN_FIELD));
  const metadata = ownValue(body, 'metadata');
  if (metadata === null) errors.unshift(fieldError('metadata', NOT_NULL));
  if (metadata !== undefined && metadata !== null && !isObject(metadata)) {
    throw new UnexpectedValue('AttributeError', 'metadata is no object');
  }
  return { metadata: metadata ?? undefined, errors };
}

function loadDraft(body: unknown, context: LoadContext): { draft: DepositDraft; raw: JsonObject } {
  if (!isObject(body)) throw new UnexpectedValue('TypeError', 'the body is no object');
  const { metadata, errors } = readBody(body);
  let loaded: JsonObject = {};
  try {
    if (metadata !== undefined) loaded = loadMetadata(metadata, context);
  } catch (error) {
    if (!(error instanceof RefusedFields)) throw error;
    errors.unshift(...error.errors);
  }
  if (errors.length > 0) throw new RefusedFields(errors);
  const beside = loadBesideMetadata(metadata ?? {});
  return { draft: { metadata: {}, ...beside }, raw: renameResourceType(loaded) };
}

function loadBesideMetadata(metadata: JsonObject): Omit<DepositDraft, 'metadata'> {
  // In Zenodo's order, which decides what is complained about first.
  const doi = loadDoi(metadata);
  const access = loadAccess(metadata);
  return { customFields: loadCustomFields(metadata), access, doi };
}

/**
 * The whole deserializer over one metadata object, as Zenodo's GitHub integration uses it: what stands beside
 * the record's metadata (access, DOI, communities, custom fields) is checked, and thrown away.
 * Throws RefusedFields or UnexpectedValue.
 */
export function loadRecordMetadata(metadata: unknown, context: LoadContext): JsonObject {
  const loaded = loadMetadata(metadata, context);
  loadBesideMetadata(metadata as JsonObject);
  return renameResourceType(loaded);
}

function renameResourceType(metadata: JsonObject): JsonObject {
  const type = ownValue(metadata, 'resource_type');
  const id = isObject(type) ? ownValue(type, 'id') : undefined;
  if (typeof id !== 'string') return metadata;
  return { ...metadata, resource_type: { id: currentResourceTypeId(id) } };
}

/**
 * What Zenodo makes of the body of POST and PUT `/api/deposit/depositions`: the legacy deserializer, then
 * the record schema that drops in silence, then the vocabularies.
 */
export function decodeDepositBody(body: unknown, context: LoadContext): DecodedDeposit {
  try {
    const { draft, raw } = loadDraft(body, context);
    const { metadata, errors } = checkMetadata(raw);
    const unknown = unknownIds(metadata)[0];
    if (unknown !== undefined) {
      return { ok: false, status: 400, message: unknown.message, errors: [] };
    }
    const saveErrors = Object.keys(raw).length === 0 ? [] : errors;
    return { ok: true, draft: { ...draft, metadata }, saveErrors };
  } catch (error) {
    if (error instanceof RefusedFields) {
      return { ok: false, status: 400, message: VALIDATION_MESSAGE, errors: error.errors };
    }
    if (error instanceof UnexpectedValue) {
      return { ok: false, status: 500, message: SERVER_ERROR_MESSAGE, errors: [] };
    }
    throw error;
  }
}

function embargoErrors(access: RdmAccess, today: string): FieldError[] {
  const until = access.embargo?.until;
  if (until === undefined) return [];
  const field = 'access.embargo.until';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until))) {
    return [fieldError(field, 'Not a valid date.')];
  }
  return until > today ? [] : [fieldError(field, 'Embargo end date must be set to a future date.')];
}

/** The strict check at publish, before files and DOI are looked at; empty when the draft may go on. */
export function publishErrors(
  draft: Pick<DepositDraft, 'metadata' | 'access'>,
  context: LoadContext,
): readonly FieldError[] {
  return [...checkMetadata(draft.metadata).errors, ...embargoErrors(draft.access, context.today)];
}

/** The check of what a DOI needs, made after the files were found complete. */
export function doiErrors(metadata: RdmMetadata): readonly FieldError[] {
  if (isTruthy(metadata.publisher)) return [];
  const message = 'Missing publisher field required for DOI registration.';
  return [fieldError('metadata.publisher', message)];
}
