import type { Algorithm } from './checksum-entry.js';
import { unescapeName } from './escaped-name.js';

/** What one line of a checksum list says. */
export type LineReading =
  | {
      readonly kind: 'entry';
      readonly algorithm: Algorithm;
      readonly digest: string;
      readonly name: string;
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'weak'; readonly algorithm: string; readonly name: string }
  | { readonly kind: 'malformed'; readonly reason: string };

const lengths: Readonly<Record<number, string>> = {
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

/** Reads one line without its line end. */
export function parseChecksumLine(line: string): LineReading {
  if (line.trim() === '' || line.startsWith('#')) return { kind: 'blank' };
  const match = gnuLine.exec(line);
  if (match === null) return { kind: 'malformed', reason: 'it is no checksum line' };
  const [, escaped = '', digest = '', written = ''] = match;
  const algorithm = lengths[digest.length];
  if (algorithm === undefined) {
    return { kind: 'malformed', reason: `${digest.length} hex digits are no known digest` };
  }
  return readName(algorithm, digest, written, escaped !== '');
}

function readName(
  algorithm: string,
  digest: string,
  written: string,
  escaped: boolean,
): LineReading {
  const name = escaped ? unescapeName(written) : written;
  if (name === undefined) {
    return { kind: 'malformed', reason: 'its name has a backslash that escapes nothing' };
  }
  if (algorithm !== 'sha256' && algorithm !== 'sha512') return { kind: 'weak', algorithm, name };
  return { kind: 'entry', algorithm, digest: digest.toLowerCase(), name };
}
