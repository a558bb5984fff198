/** Values as other people's files hold them: nothing is promised, so every access is guarded. */
export type LooseObject = Readonly<Record<string, unknown>>;

/** True for what JSON calls an object. */
export function isObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text when it is one and says something, otherwise undefined. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A list of texts; a single text counts as a list of one. */
export function textsOf(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map(textOf).filter((item) => item !== undefined);
}

/** A list of objects; a single object counts as a list of one. */
export function objectsOf(value: unknown): LooseObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** `{[key]: value}`, or nothing where there is no value: for building with exact optional keys. */
export function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}
