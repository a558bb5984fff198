import type { FieldError } from '../wire/error-body.js';

export type { FieldError };

export const NOT_NULL = 'Field may not be null.';
export const NOT_A_STRING = 'Not a valid string.';
export const NOT_A_LIST = 'Not a valid list.';
export const NOT_A_MAPPING = 'Not a valid mapping type.';
export const REQUIRED = 'Missing data for required field.';
export const UNKNOWN_FIELD = 'Unknown field.';

/** A value the deserializer refuses: HTTP 400 with these fields. */
export class RefusedFields extends Error {
  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ field, messages }) => `${field}: ${messages.join(' ')}`).join('; '));
    this.name = 'RefusedFields';
  }
}

/**
 * A value that Zenodo's code does not expect: it answers 500, and its GitHub integration fails.
 * `type` and the message are those of the Python exception.
 */
export class UnexpectedValue extends Error {
  constructor(
    readonly type: 'AttributeError' | 'TypeError' | 'KeyError' | 'ValueError',
    message: string,
  ) {
    super(message);
    this.name = 'UnexpectedValue';
  }
}

/** Collects errors of one level under their dotted path. */
export function fieldError(path: string, message: string): FieldError {
  return { field: path, messages: [message] };
}
