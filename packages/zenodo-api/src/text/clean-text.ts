import { decodeEntities } from './html-entities.js';
import { readC1AsWindows1252, repairMojibake } from './mojibake.js';

const LIGATURES: Readonly<Record<string, string>> = {
  Ĳ: 'IJ',
  ĳ: 'ij',
  ŉ: 'ʼn',
  Ǳ: 'DZ',
  ǲ: 'Dz',
  ǳ: 'dz',
  Ǆ: 'DŽ',
  ǅ: 'Dž',
  ǆ: 'dž',
  Ǉ: 'LJ',
  ǈ: 'Lj',
  ǉ: 'lj',
  Ǌ: 'NJ',
  ǋ: 'Nj',
  ǌ: 'nj',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'ſt',
  ﬆ: 'st',
};
const LIGATURE = new RegExp(`[${Object.keys(LIGATURES).join('')}]`, 'g');
const WIDE_OR_NARROW = /[\u3000\uff01-\uffef]/g;
const LINE_BREAK = /\r\n|[\r\u2028\u2029\u0085]/g;
const TERMINAL_ESCAPE = /\x1b\[[\d;]*[a-zA-Z]/g;
const CONTROL = /[\x00-\x08\x0b\x0e-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]/g;
// XML 1.0, production Char; lone surrogates have become U+FFFD before.
const NOT_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** White space as Python's str.strip sees it: ECMAScript's, the separators 1C to 1F and NEL, but no BOM. */
const isSpace = (sign: string): boolean => sign !== '\ufeff' && /[\s\x1c-\x1f\x85]/.test(sign);

function fixCharacters(text: string): string {
  return readC1AsWindows1252(text)
    .replace(LIGATURE, (sign) => LIGATURES[sign] ?? sign)
    .replace(WIDE_OR_NARROW, (sign) => (sign === '\u3000' ? ' ' : sign.normalize('NFKC')))
    .replace(/[\u201c-\u201f]/g, '"')
    .replace(/[\u02bc\u2018-\u201b]/g, "'")
    .replace(LINE_BREAK, '\n')
    .replace(/\p{Cs}/gu, '�')
    .replace(TERMINAL_ESCAPE, '')
    .replace(CONTROL, '')
    .normalize('NFC');
}

/** No text that people wrote is escaped deeper; a text made to be would take a pass for every level. */
const MAX_PASSES = 100;

function fixLine(line: string, decodes: boolean): string {
  let text = line;
  // Each pass may uncover work for another, e.g. an entity that was escaped twice.
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const before = text;
    text = fixCharacters(repairMojibake(decodes ? decodeEntities(text) : text));
    if (text === before) break;
  }
  return text;
}

/** Trims as Zenodo does. */
export function trimText(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * Zenodo's cleaning of every text field: trims, repairs mojibake, decodes HTML entities (until a `<` was
 * seen), straightens quotes, splits ligatures, sets full-width letters to normal width, unifies line
 * breaks, removes control characters, normalises to NFC, drops what XML cannot hold and zero-width spaces.
 */
export function cleanText(text: string): string {
  let decodes = true;
  const lines = trimText(text).split(/(?<=\n)/);
  const fixed = lines.map((line) => {
    decodes &&= !line.includes('<');
    return fixLine(line, decodes);
  });
  return fixed.join('').replace(NOT_XML, '').replaceAll('\u200b', '');
}
