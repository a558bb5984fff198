import * as v from 'valibot';

/** One place where an answer has not the shape the contract promises. */
export interface WireProblem {
  /** Dotted path into the answer, '' for the answer itself. */
  readonly field: string;
  readonly message: string;
}

/** A decoded answer, or every reason why it could not be decoded. */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly WireProblem[] };

/** Decodes with a schema: members the contract does not name pass unread, missing needed ones are problems. */
export function decodeWith<Schema extends v.GenericSchema<unknown, unknown>>(
  schema: Schema,
  json: unknown,
): Decoded<v.InferOutput<Schema>> {
  const result = v.safeParse(schema, json);
  if (result.success) return { ok: true, value: result.output };
  const problems = result.issues.map((issue) => ({
    field: v.getDotPath(issue) ?? '',
    message: issue.message,
  }));
  return { ok: false, problems };
}
