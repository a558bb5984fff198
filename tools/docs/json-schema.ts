/** The parts of JSON Schema that the schemas of this workspace use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** One value that may be written, with its place in the document. */
export interface SchemaField {
  /** Keys from the top, joined by dots; a list's items are `[]`. */
  readonly path: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** The fields of an object and, below each, those of the objects that it holds. */
export function fieldsOf(schema: JsonSchema, prefix = ''): SchemaField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, value]) => {
    const path = `${prefix}${name}`;
    const required = schema.required?.includes(name) ?? false;
    return [
      { path, schema: value, required },
      ...fieldsOf(value, `${path}.`),
      ...fieldsOf(value.items ?? {}, `${path}[].`),
    ];
  });
}

/** What may be written, in words: `string`, `"a" or "b"`, `list of string`. */
export function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return choice(schema.enum.map((value) => JSON.stringify(value)));
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return choice([...new Set(either.map(typeOf))]);
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  if (typeof schema.type === 'string') return schema.type;
  return schema.type === undefined ? 'any value' : choice(schema.type);
}

function choice(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? 'any value')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}
