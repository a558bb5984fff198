import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

// The package is CommonJS whose whole export is the function, while its types promise a `default` member.
const serialize = canonicalize as unknown as (value: unknown) => string | undefined;

/**
 * The canonical JSON text of a value (RFC 8785: sorted keys, ECMAScript numbers, no blanks, no line feed).
 * Throws a TypeError for a value that JSON has no text for.
 */
export function formatCanonicalJson(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError(`${typeof value} has no JSON text`);
  return text;
}

/** SHA-256 of the UTF-8 bytes of the canonical JSON text, as 64 lower-case hex digits. */
export function canonicalSha256(value: unknown): string {
  return createHash('sha256').update(formatCanonicalJson(value), 'utf8').digest('hex');
}
