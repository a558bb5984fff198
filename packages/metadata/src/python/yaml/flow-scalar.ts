import { isBlankOrEnd, isBreak } from './yaml-cursor.js';
import type { YamlCursor } from './yaml-cursor.js';
import type { Mark } from './yaml-error.js';

const CONTEXT = 'while scanning a quoted scalar';
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\x0b',
  f: '\x0c',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '\\': '\\',
  '/': '/',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const HEX_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Scans a quoted scalar: it may go on at any indentation, line breaks fold into spaces. */
export function scanFlowScalar(cursor: YamlCursor): string {
  const start = cursor.mark();
  const quote = cursor.peek();
  cursor.forward();
  let text = scanSigns(cursor, quote, start);
  while (cursor.peek() !== quote) {
    text += scanSpaces(cursor, start);
    text += scanSigns(cursor, quote, start);
  }
  cursor.forward();
  return text;
}

function scanSigns(cursor: YamlCursor, quote: string, start: Mark): string {
  const double = quote === '"';
  let text = '';
  for (;;) {
    text += cursor.take((sign) => !`'"\\`.includes(sign) && !isBlankOrEnd(sign));
    const sign = cursor.peek();
    if (!double && cursor.ahead(2) === "''") {
      text += "'";
      cursor.forward(2);
    } else if (double ? sign === "'" : sign === '"' || sign === '\\') {
      text += sign;
      cursor.forward();
    } else if (double && sign === '\\') {
      cursor.forward();
      text += scanEscape(cursor, start);
    } else return text;
  }
}

function scanEscape(cursor: YamlCursor, start: Mark): string {
  const sign = cursor.peek();
  if (sign !== '' && Object.hasOwn(ESCAPES, sign)) {
    cursor.forward();
    return ESCAPES[sign] ?? '';
  }
  const length = Object.hasOwn(HEX_ESCAPES, sign) ? (HEX_ESCAPES[sign] ?? 0) : 0;
  if (length > 0) {
    cursor.forward();
    const digits = cursor.ahead(length);
    if (!new RegExp(`^[0-9a-fA-F]{${length}}$`).test(digits)) {
      cursor.fail(`expected escape sequence of ${length} hexadecimal numbers`, CONTEXT, start);
    }
    cursor.forward(length);
    const code = parseInt(digits, 16);
    if (code > 0x10ffff) cursor.fail('character out of range', CONTEXT, start);
    return String.fromCodePoint(code);
  }
  if (!isBreak(sign)) cursor.fail(`found unknown escape character '${sign}'`, CONTEXT, start);
  cursor.takeBreak();
  return scanBreaks(cursor, start);
}

function scanSpaces(cursor: YamlCursor, start: Mark): string {
  const spaces = cursor.take((sign) => sign === ' ' || sign === '\t');
  if (cursor.peek() === '') cursor.fail('found unexpected end of stream', CONTEXT, start);
  const lineBreak = cursor.takeBreak();
  if (lineBreak === '') return spaces;
  const breaks = scanBreaks(cursor, start);
  if (lineBreak !== '\n') return lineBreak + breaks;
  return breaks === '' ? ' ' : breaks;
}

function scanBreaks(cursor: YamlCursor, start: Mark): string {
  let breaks = '';
  for (;;) {
    if (cursor.atDocumentMarker())
      cursor.fail('found unexpected document separator', CONTEXT, start);
    cursor.take((sign) => sign === ' ' || sign === '\t');
    const lineBreak = cursor.takeBreak();
    if (lineBreak === '') return breaks;
    breaks += lineBreak;
  }
}
