/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object whose values may be absent. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** True for objects only: null, arrays and scalars are none. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
