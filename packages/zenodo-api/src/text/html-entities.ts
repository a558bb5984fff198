import { decodeHTML, decodeHTMLStrict } from 'entities';
import { WINDOWS_1252_HIGH } from './windows-1252.js';

const ENTITY = /&#?[0-9A-Za-z]{1,24};/g;

function decodeNumber(reference: string): string {
  const match = /^&#(?:[xX]([0-9a-fA-F]+)|(\d+));$/.exec(reference);
  if (match === null) return reference;
  const code = match[1] === undefined ? Number(match[2]) : parseInt(match[1], 16);
  // HTML 13.2.5.80, numeric character reference end state
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '�';
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252_HIGH[code - 0x80] ?? '';
  const isControl = code < 0x20 && ![9, 10, 12, 13].includes(code);
  const isNoncharacter = (code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef);
  if (isControl || isNoncharacter || code === 0x0b || code === 0x7f) return '';
  return code === 0x3b ? reference : String.fromCodePoint(code);
}

function decodeName(reference: string): string {
  const decoded = decodeHTMLStrict(reference);
  if (decoded !== reference) return decoded;
  // Names written in capitals: only where the lower-case name exists and HTML gives the capitals no meaning.
  const lower = reference.toLowerCase();
  if (reference !== reference.toUpperCase() || decodeHTML(reference) !== reference)
    return reference;
  const small = decodeHTMLStrict(lower);
  return small === lower ? reference : small.toUpperCase();
}

/** Decodes character references that end in a semicolon; the others are taken for plain text. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (reference) =>
    reference.startsWith('&#') ? decodeNumber(reference) : decodeName(reference),
  );
}
