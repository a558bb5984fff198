import type { Algorithm } from './checksum-entry.js';
import { unescapeName } from './escaped-name.js';

/** A digest and a name as one line of a list gives them. */
export interface LineEntry {
  readonly algorithm: Algorithm;
  /** Lower-case hex. */
  readonly digest: string;
  readonly name: string;
  readonly size?: number;
}

/** What one line of a checksum list says. */
export type LineReading =
  | { readonly kind: 'entries'; readonly entries: readonly LineEntry[] }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unsupported'; readonly algorithm: string; readonly name: string }
  | { readonly kind: 'malformed'; readonly reason: string };

const digits: Readonly<Record<Algorithm, number>> = { sha256: 64, sha512: 128 };
const algorithmOfDigits: Readonly<Record<number, string>> = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
};

// GNU coreutils manual, "md5sum invocation": digest, a space, ' ' (text) or '*' (binary), name.
// A single space is what `sha256 -r` of the BSDs writes; sha256sum reads it too.
const gnuLine = /^(\\?)([0-9A-Fa-f]{32,128}) (?:[ *])?(.+)$/su;
// The same manual, `--tag`; without the inner spaces it is the form of `openssl dgst`, with more that of rhash.
const taggedLine = /^(\\?)([A-Z][A-Za-z0-9/-]*) *\((.+)\) ?= ?([0-9A-Fa-f]+)$/su;
// `rhash --sfv`: the name comes first.
const sfvLine = /^()(.+) ([0-9A-Fa-f]{64}|[0-9A-Fa-f]{128})$/su;

/** Reads one line, without its line end, of a list in the form of coreutils, the BSDs, openssl or rhash. */
export function parseChecksumLine(line: string): LineReading {
  // `#` begins comments of coreutils, `;` those of rhash.
  if (line.trim() === '' || line.startsWith('#') || line.startsWith(';')) return { kind: 'blank' };
  const gnu = gnuLine.exec(line);
  if (gnu !== null) {
    const [, escape, digest = '', written = ''] = gnu;
    return readName(algorithmOfDigits[digest.length], digest, written, escape === '\\');
  }
  const tagged = taggedLine.exec(line);
  if (tagged !== null) {
    const [, escape, tag = '', written = '', digest = ''] = tagged;
    return readName(algorithmOfTag(tag), digest, written, escape === '\\');
  }
  const [, , written, digest] = sfvLine.exec(line) ?? [];
  if (written === undefined || digest === undefined) {
    return { kind: 'malformed', reason: 'it is no checksum line' };
  }
  return readName(algorithmOfDigits[digest.length], digest, written, false);
}

/** The entry of a digest and a written name, or why it is none. */
export function readName(
  algorithm: string | undefined,
  digest: string,
  written: string,
  escaped: boolean,
): LineReading {
  if (algorithm === undefined) {
    return { kind: 'malformed', reason: `${digest.length} hex digits are no known digest` };
  }
  const name = escaped ? unescapeName(written) : written;
  if (name === undefined) {
    return { kind: 'malformed', reason: 'its name has a backslash that escapes nothing' };
  }
  if (algorithm !== 'sha256' && algorithm !== 'sha512') {
    return { kind: 'unsupported', algorithm, name };
  }
  if (digest.length !== digits[algorithm]) {
    return {
      kind: 'malformed',
      reason: `a digest of ${algorithm} has ${digits[algorithm]} digits`,
    };
  }
  return { kind: 'entries', entries: [{ algorithm, digest: digest.toLowerCase(), name }] };
}

// OpenSSL writes SHA2-256 where the others write SHA256.
function algorithmOfTag(tag: string): string {
  return tag.toLowerCase().replace(/^sha2-/, 'sha');
}
