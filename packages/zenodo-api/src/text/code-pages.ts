import { WINDOWS_1252_HIGH } from './windows-1252.js';

/** A single-byte encoding in which UTF-8 text may have been read by mistake. */
export interface CodePage {
  readonly name: string;
  /** The character of every byte; unassigned bytes stand for themselves. */
  readonly characters: readonly string[];
  readonly bytes: ReadonlyMap<string, number>;
  /** True where byte 1A stands for a lost character (U+FFFD). */
  readonly lossy: boolean;
}

const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0';

const latin1 = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

function decodeAll(label: string): string[] {
  const decoder = new TextDecoder(label);
  return latin1.map((own, byte) => {
    const character = byte < 0x80 ? own : decoder.decode(Uint8Array.of(byte));
    return character === '�' ? own : character;
  });
}

function codePage(name: string, characters: readonly string[], lossy: boolean): CodePage {
  const own = characters.map((character, byte) => (lossy && byte === 0x1a ? '�' : character));
  return { name, characters: own, bytes: new Map(own.map((c, byte) => [c, byte])), lossy };
}

let pages: readonly CodePage[] | undefined;

/** The encodings in the order in which they are tried. */
export function codePages(): readonly CodePage[] {
  const windows = (number: number) =>
    codePage(`windows-${number}`, decodeAll(`windows-${number}`), true);
  // Node 20 decodes windows-1252 as Latin-1.
  const windows1252 = [...latin1.slice(0, 0x80), ...WINDOWS_1252_HIGH, ...latin1.slice(0xa0)];
  pages ??= [
    codePage('latin-1', latin1, false),
    codePage('windows-1252', windows1252, true),
    ...[1251, 1250, 1253, 1254, 1257].map(windows),
    codePage('iso-8859-2', decodeAll('iso-8859-2'), false),
    codePage('macroman', decodeAll('macintosh'), false),
    codePage('cp437', [...latin1.slice(0, 0x80), ...CP437], false),
  ];
  return pages;
}

/** The text as bytes of a code page (one character a byte), or null where a character has none. */
export function encodeIn(page: CodePage, text: string): string | null {
  let bytes = '';
  for (const character of text) {
    const byte = page.bytes.get(character);
    if (byte === undefined) return null;
    bytes += String.fromCharCode(byte);
  }
  return bytes;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// CESU-8 writes a character beyond the BMP as two surrogates of three bytes; Java writes NUL as C0 80.
const CESU8 = /\xed([\xa0-\xaf])([\x80-\xbf])\xed([\xb0-\xbf])([\x80-\xbf])/g;

function fromCesu8(_: string, ...units: string[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = units.slice(0, 4).map((unit) => unit.charCodeAt(0));
  const code = 0x10000 + ((a & 0x0f) << 16) + ((b & 0x3f) << 10) + ((c & 0x0f) << 6) + (d & 0x3f);
  return String.fromCharCode(
    0xf0 | (code >> 18),
    0x80 | ((code >> 12) & 0x3f),
    0x80 | ((code >> 6) & 0x3f),
    0x80 | (code & 0x3f),
  );
}

/** Decodes bytes (one character a byte) as UTF-8, also CESU-8 and Java's NUL; null where they are not. */
export function decodeUtf8(bytes: string): string | null {
  const plain = bytes.replaceAll('\xc0\x80', '\0').replace(CESU8, fromCesu8);
  try {
    return strictUtf8.decode(Uint8Array.from(plain, (sign) => sign.charCodeAt(0)));
  } catch {
    return null;
  }
}
