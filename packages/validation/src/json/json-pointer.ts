/** A value found by a pointer, or nothing there. */
export type Located = { readonly found: true; readonly value: unknown } | { readonly found: false };

/** The reference tokens of a JSON Pointer (RFC 6901, section 3 and 4); the pointer must be well formed. */
export function parseJsonPointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Follows a JSON Pointer into a value. Array indices have no leading zero (RFC 6901, section 4). */
export function locate(value: unknown, pointer: string): Located {
  let here = value;
  for (const token of parseJsonPointer(pointer)) {
    if (typeof here !== 'object' || here === null) return { found: false };
    if (Array.isArray(here) && !/^(0|[1-9]\d*)$/.test(token)) return { found: false };
    if (!Object.hasOwn(here, token)) return { found: false };
    here = (here as Record<string, unknown>)[token];
  }
  return { found: true, value: here };
}
