import * as v from 'valibot';
import { decodeWith } from './decoded.js';
import type { Decoded } from './decoded.js';

/** What Zenodo says against one field. */
export interface FieldError {
  /** Dotted path: legacy names when the save is refused, InvenioRDM names when the publish is. */
  readonly field: string;
  readonly messages: readonly string[];
}

/** The JSON body of a refusal. */
export interface ErrorBody {
  readonly message: string;
  readonly errors: readonly FieldError[];
  /** Zenodo's own reference to a 500, to name when reporting it. */
  readonly errorId?: string;
}

// The public docs say `message`, the running service says `messages`.
const fieldErrorSchema = v.pipe(
  v.looseObject({
    field: v.optional(v.string(), ''),
    messages: v.optional(v.array(v.string())),
    message: v.optional(v.string()),
  }),
  v.transform((error): FieldError => ({
    field: error.field,
    messages: error.messages ?? (error.message === undefined ? [] : [error.message]),
  })),
);

const errorBodySchema = v.pipe(
  v.looseObject({
    message: v.optional(v.string()),
    errors: v.optional(v.array(fieldErrorSchema), []),
    error_id: v.optional(v.string()),
  }),
  // A refused newversion carries `errors` alone.
  v.check(
    (json) => json.message !== undefined || json.errors.length > 0,
    'Expected a message or errors.',
  ),
  v.transform((json): ErrorBody => ({
    message: json.message ?? json.errors.flatMap((error) => error.messages).join(' '),
    errors: json.errors,
    ...(json.error_id === undefined ? {} : { errorId: json.error_id }),
  })),
);

/** Decodes the JSON body of an answer with a status of 400 or above. */
export function decodeErrorBody(json: unknown): Decoded<ErrorBody> {
  return decodeWith(errorBodySchema, json);
}
