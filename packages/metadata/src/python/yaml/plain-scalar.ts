import { isBlankOrEnd, isBreak } from './yaml-cursor.js';
import type { YamlCursor } from './yaml-cursor.js';

/** What the scanner must know to end a plain scalar, and what it learns: whether a line was broken. */
export interface PlainScalar {
  readonly text: string;
  readonly crossedLine: boolean;
}

function endsPlain(cursor: YamlCursor, at: number, inFlow: boolean): boolean {
  const sign = cursor.peek(at);
  if (isBlankOrEnd(sign)) return true;
  if (sign === ':') {
    const next = cursor.peek(at + 1);
    return isBlankOrEnd(next) || (inFlow && ',[]{}'.includes(next));
  }
  return inFlow && ',?[]{}'.includes(sign);
}

function scanSpaces(cursor: YamlCursor): { text: string; crossedLine: boolean } {
  const spaces = cursor.take((sign) => sign === ' ');
  const lineBreak = cursor.takeBreak();
  if (lineBreak === '') return { text: spaces, crossedLine: false };
  if (cursor.atDocumentMarker()) return { text: '', crossedLine: true };
  let breaks = '';
  while (cursor.peek() === ' ' || isBreak(cursor.peek())) {
    if (cursor.peek() === ' ') cursor.forward();
    else {
      breaks += cursor.takeBreak();
      if (cursor.atDocumentMarker()) return { text: '', crossedLine: true };
    }
  }
  if (lineBreak !== '\n') return { text: lineBreak + breaks, crossedLine: true };
  return { text: breaks === '' ? ' ' : breaks, crossedLine: true };
}

/** Scans an unquoted scalar; lines go on as long as they stand deeper than the collection around it. */
export function scanPlainScalar(cursor: YamlCursor, outer: number, inFlow: boolean): PlainScalar {
  let text = '';
  let spaces = { text: '', crossedLine: false };
  for (;;) {
    if (cursor.peek() === '#') break;
    let length = 0;
    while (!endsPlain(cursor, length, inFlow)) length += 1;
    if (length === 0) break;
    text += spaces.text + cursor.ahead(length);
    cursor.forward(length);
    spaces = scanSpaces(cursor);
    const outdented = !inFlow && cursor.column < outer + 1;
    if (spaces.text === '' || cursor.peek() === '#' || outdented) break;
  }
  return { text, crossedLine: spaces.crossedLine };
}
