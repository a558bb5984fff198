import { codePages, decodeUtf8, encodeIn } from './code-pages.js';
import type { CodePage } from './code-pages.js';
import { looksLikeMojibake } from './mojibake-signs.js';
import { WINDOWS_1252_HIGH } from './windows-1252.js';

// UTF-8 in which a no-break space (A0) became a plain space.
const SPACED_UTF8 =
  /[\xc2\xc3\xc5\xce\xd0\xd9] |[\xe2\xe3] [\x80-\x84\x86-\x9f\xa1-\xbf]|[\xe0-\xe3][\x80-\x84\x86-\x9f\xa1-\xbf] |\xf0(?: [\x80-\xbf]{2}|[\x80-\xbf] [\x80-\xbf]|[\x80-\xbf]{2} )/g;
// `à` as a word of French, Italian or Portuguese keeps its own space.
const A_GRAVE_WORD = /\xc3 (?! |quele|quela|quilo|s )/g;
// UTF-8 of which a byte was lost: byte 1A or, in the likeliest places, a question mark.
const LOSSY_UTF8 =
  /[\xc2-\xdf]\x1a|[\xc2\xc3]\?|\xed[\xa0-\xaf][\x1a?]\xed[\xb0-\xbf][\x1a?\x80-\xbf]|\xed[\xa0-\xaf][\x1a?\x80-\xbf]\xed[\xb0-\xbf][\x1a?]|[\xe0-\xef](?:[\x1a?][\x1a\x80-\xbf]|[\x1a\x80-\xbf][\x1a?])|[\xf0-\xf4](?:[\x1a?][\x1a\x80-\xbf]{2}|[\x1a\x80-\xbf][\x1a?][\x1a\x80-\xbf]|[\x1a\x80-\xbf]{2}[\x1a?])|\x1a/g;
const REPLACEMENT_IN_UTF8 = '\xef\xbf\xbd';

function restoreSpaces(bytes: string): string {
  return bytes
    .replace(A_GRAVE_WORD, '\xc3\xa0 ')
    .replace(SPACED_UTF8, (sequence) => sequence.replaceAll(' ', '\xa0'));
}

function redecode(text: string, page: CodePage): string | null {
  const encoded = encodeIn(page, text);
  if (encoded === null) return null;
  // In Mac Roman an en dash before a space would look like such a sequence.
  const spaced =
    page.name === 'macroman' || encoded.search(SPACED_UTF8) < 0 ? encoded : restoreSpaces(encoded);
  return decodeUtf8(page.lossy ? spaced.replace(LOSSY_UTF8, REPLACEMENT_IN_UTF8) : spaced);
}

let embedded: RegExp | undefined;

/** Runs of characters that are UTF-8 sequences in one of the first seven code pages. */
function embeddedUtf8(): RegExp {
  if (embedded !== undefined) return embedded;
  const charactersOf = (...bytes: number[]) =>
    codePages()
      .slice(0, 7)
      .flatMap((page) => bytes.map((byte) => page.characters[byte] ?? ''));
  const range = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const set = (characters: readonly string[]) => `[${[...new Set(characters)].join('')}]`;
  const continuation = charactersOf(...range(0x80, 0xbf));
  const strict = continuation.filter((character) => !'–—―‘’‚“”„•…'.includes(character));
  const next = set([...continuation, ' ']);
  const sequences = [
    set(charactersOf(...range(0xc2, 0xdf))) + next,
    `${set(charactersOf(...range(0xe0, 0xef)))}${next}{2}`,
    `${set(charactersOf(0xf0, 0xf3))}${next}{3}`,
  ];
  embedded = new RegExp(`(?<!${set(strict)})(?:${sequences.join('|')})+`, 'gu');
  return embedded;
}

function repairEmbedded(text: string): string {
  return text.replace(embeddedUtf8(), (run) =>
    run.length < text.length && looksLikeMojibake(run) ? repairMojibake(run) : run,
  );
}

function repairOnce(text: string): string {
  if (!looksLikeMojibake(text)) return text;
  for (const page of codePages()) {
    const decoded = redecode(text, page);
    if (decoded !== null) return decoded;
  }
  const repaired = repairEmbedded(text);
  return repaired === text ? readC1AsWindows1252(text) : repaired;
}

/** C1 characters mean nothing in a text; they were Windows-1252, read as Latin-1. */
export function readC1AsWindows1252(text: string): string {
  return text.replace(
    /[\x80-\x9f]/g,
    (sign) => WINDOWS_1252_HIGH[sign.charCodeAt(0) - 0x80] ?? sign,
  );
}

/** Text that was UTF-8 but was read in a single-byte encoding, read again as UTF-8 where that is likelier. */
export function repairMojibake(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let repaired = text;
  for (;;) {
    const before = repaired;
    repaired = repairOnce(before);
    if (repaired === before) return repaired;
  }
}
