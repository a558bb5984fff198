import { isObject, isTruthy, ownValue } from './dynamic-value.js';
import { NOT_A_LIST, NOT_A_STRING, NOT_NULL, REQUIRED, fieldError } from './field-error.js';
import type { FieldError } from './field-error.js';

/** What a field gives: a value to keep, or nothing because a rule refused it. */
export type Read<T> = { readonly kept: T } | null;

/** Reads one value at a path, adding what is wrong with it to `errors`. */
export type FieldRule<T> = (value: unknown, path: string, errors: FieldError[]) => Read<T>;

/** A string that is cleaned and must pass `check` (which gives the complaint, or null). */
export function textRule(
  clean: (text: string) => string,
  check: (text: string) => string | null = () => null,
): FieldRule<string> {
  return (value, path, errors) => {
    const problem = value === null ? NOT_NULL : typeof value === 'string' ? null : NOT_A_STRING;
    const text = typeof value === 'string' ? clean(value) : '';
    const complaint = problem ?? check(text);
    if (complaint === null) return { kept: text };
    errors.push(fieldError(path, complaint));
    return null;
  };
}

/** Each item by the rule of the items; items that gave nothing are left out, partial ones stay. */
export function listRule<T>(item: FieldRule<T>): FieldRule<T[]> {
  return (value, path, errors) => {
    if (!Array.isArray(value)) {
      errors.push(fieldError(path, value === null ? NOT_NULL : NOT_A_LIST));
      return null;
    }
    const kept = value.map((entry: unknown, index) => item(entry, `${path}.${index}`, errors));
    return { kept: kept.flatMap((read) => (read === null ? [] : [read.kept])) };
  };
}

/** Members of an object by their rules, then `whole` over what was kept: its complaints remove nothing. */
export function objectRule<T extends object>(
  members: { readonly [K in keyof T]-?: FieldRule<NonNullable<T[K]>> },
  options: {
    readonly required?: readonly (keyof T & string)[];
    readonly whole?: (kept: T, path: string) => readonly FieldError[];
    readonly finish?: (kept: T) => T;
  } = {},
): FieldRule<T> {
  return (value, path, errors) => {
    if (!isObject(value)) {
      errors.push(fieldError(path, value === null ? NOT_NULL : 'Invalid input type.'));
      return null;
    }
    const own: FieldError[] = [];
    const kept: Record<string, unknown> = {};
    for (const key of Object.keys(members) as (keyof T & string)[]) {
      const written = ownValue(value, key);
      if (written !== undefined) {
        const before = own.length;
        const read = members[key](written, `${path}.${key}`, own);
        // Of a member with complaints nothing stays where nothing of it was right, not even an empty object.
        const isLeft = own.length === before || isTruthy(read?.kept);
        if (read !== null && isLeft) kept[key] = read.kept;
      } else if (options.required?.includes(key)) {
        own.push(fieldError(`${path}.${key}`, REQUIRED));
      }
    }
    const result = kept as T;
    own.push(...(options.whole?.(result, path) ?? []));
    errors.push(...own);
    return { kept: own.length === 0 ? (options.finish?.(result) ?? result) : result };
  };
}
