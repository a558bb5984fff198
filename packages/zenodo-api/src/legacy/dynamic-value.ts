import { UnexpectedValue } from './field-error.js';

/** A JSON object that was read but not checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for a JSON object (no array, no null, no date of YAML). */
export function isObject(value: unknown): value is JsonObject {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isPlain && !(value instanceof Date) && !(value instanceof Uint8Array);
}

// Zenodo's deserializer is Python: what it does with a value of the wrong type follows from that language.

/** The Python type that a JSON value becomes. */
export function pythonType(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Date) return 'datetime.date';
  return value instanceof Uint8Array ? 'bytes' : 'dict';
}

/** So many values are printed of one; aliases of YAML can make a few lines stand for more than memory holds. */
const MAX_PRINTED = 10_000;

/** A value as Python prints it inside of others (`repr`). */
export function pythonRepr(value: unknown): string {
  return print(value, { left: MAX_PRINTED });
}

function print(value: unknown, budget: { left: number }): string {
  budget.left -= 1;
  if (budget.left < 0) return '…';
  if (typeof value === 'string') {
    const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
    const escaped = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
    return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
  }
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof Date) {
    const [year, month, day] = value.toISOString().slice(0, 10).split('-').map(Number);
    return `datetime.date(${[year, month, day].join(', ')})`;
  }
  if (Array.isArray(value)) return `[${printAll(value, (item) => print(item, budget), budget)}]`;
  if (!isObject(value)) return String(value);
  const pair = ([key, item]: readonly [string, unknown]) => `'${key}': ${print(item, budget)}`;
  return `{${printAll(Object.entries(value), pair, budget)}}`;
}

function printAll<T>(
  items: readonly T[],
  one: (item: T) => string,
  budget: { left: number },
): string {
  const parts: string[] = [];
  for (const item of items) {
    if (budget.left <= 0) break;
    parts.push(one(item));
  }
  return parts.join(', ');
}

/** A value as Python puts it into a text (`str`). */
export function pythonText(value: unknown): string {
  if (typeof value === 'string') return value;
  return value instanceof Date ? value.toISOString().slice(0, 10) : pythonRepr(value);
}

/** Python's truth: empty strings, lists, objects, zero, false and null are false. */
export function isTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return Boolean(value) || Number.isNaN(value);
}

/** Own property of a JSON object; never one of its prototype. */
export function ownValue(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** `value.get(key)` of Python: undefined where the key is absent. */
export function getFrom(value: unknown, key: string): unknown {
  if (!isObject(value)) {
    throw new UnexpectedValue(
      'AttributeError',
      `'${pythonType(value)}' object has no attribute 'get'`,
    );
  }
  return ownValue(value, key);
}

/** `value[key]` of Python for a string key. */
export function itemOf(value: unknown, key: string): unknown {
  if (isObject(value)) {
    if (!Object.hasOwn(value, key)) throw new UnexpectedValue('KeyError', `'${key}'`);
    return value[key];
  }
  if (typeof value === 'string') {
    throw new UnexpectedValue('TypeError', `string indices must be integers, not 'str'`);
  }
  if (Array.isArray(value)) {
    throw new UnexpectedValue('TypeError', 'list indices must be integers or slices, not str');
  }
  throw new UnexpectedValue('TypeError', `'${pythonType(value)}' object is not subscriptable`);
}

/** The items of a `for` loop of Python: a string gives its characters, an object its keys. */
export function iterate(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return [...value];
  if (isObject(value)) return Object.keys(value);
  throw new UnexpectedValue('TypeError', `'${pythonType(value)}' object is not iterable`);
}

/** A method call on what must be a string, or Python's complaint that there is no such method. */
export function expectString(value: unknown, method: string): string {
  if (typeof value === 'string') return value;
  throw new UnexpectedValue(
    'AttributeError',
    `'${pythonType(value)}' object has no attribute '${method}'`,
  );
}
