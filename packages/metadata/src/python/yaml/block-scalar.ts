import { isBreak, isBreakOrEnd } from './yaml-cursor.js';
import type { YamlCursor } from './yaml-cursor.js';
import type { Mark } from './yaml-error.js';

const CONTEXT = 'while scanning a block scalar';

interface Header {
  /** `+` keeps, `-` strips, null clips the breaks at the end. */
  readonly chomping: '+' | '-' | null;
  readonly increment: number | null;
}

function scanHeader(cursor: YamlCursor, start: Mark): Header {
  const written = cursor.take((sign) => /[-+0-9]/.test(sign));
  const match = /^(?:([-+])(\d?)|(\d)([-+]?)|)$/.exec(written);
  const digit = match?.[2] || match?.[3];
  if (match === null || (written !== '' && digit === '0')) {
    return cursor.fail('expected indentation indicator in the range 1-9', CONTEXT, start);
  }
  if (cursor.peek() !== ' ' && !isBreakOrEnd(cursor.peek())) {
    const found = cursor.peek();
    cursor.fail(
      `expected chomping or indentation indicators, but found '${found}'`,
      CONTEXT,
      start,
    );
  }
  cursor.take((sign) => sign === ' ');
  if (cursor.peek() === '#') cursor.take((sign) => !isBreakOrEnd(sign));
  if (!isBreakOrEnd(cursor.peek())) {
    cursor.fail(`expected a comment or a line break, but found '${cursor.peek()}'`, CONTEXT, start);
  }
  cursor.takeBreak();
  const chomping = (match[1] || match[4] || null) as Header['chomping'];
  return { chomping, increment: digit ? Number(digit) : null };
}

/** Leading empty lines decide the indentation with the first line: the widest wins. */
function scanIndentation(cursor: YamlCursor): { breaks: string; width: number } {
  let breaks = '';
  let width = 0;
  while (cursor.peek() === ' ' || isBreak(cursor.peek())) {
    if (cursor.peek() === ' ') {
      cursor.forward();
      width = Math.max(width, cursor.column);
    } else breaks += cursor.takeBreak();
  }
  return { breaks, width };
}

function scanBreaks(cursor: YamlCursor, indent: number): string {
  let breaks = '';
  for (;;) {
    while (cursor.column < indent && cursor.peek() === ' ') cursor.forward();
    const lineBreak = cursor.takeBreak();
    if (lineBreak === '') return breaks;
    breaks += lineBreak;
  }
}

/** Scans a literal (`|`) or folded (`>`) scalar below a collection of the given indentation. */
export function scanBlockScalar(cursor: YamlCursor, outer: number): string {
  const start = cursor.mark();
  const folded = cursor.peek() === '>';
  cursor.forward();
  const { chomping, increment } = scanHeader(cursor, start);
  const least = Math.max(1, outer + 1);
  const found = increment === null ? scanIndentation(cursor) : null;
  const indent = found === null ? least + (increment ?? 1) - 1 : Math.max(least, found.width);
  let breaks = found === null ? scanBreaks(cursor, indent) : found.breaks;
  let text = '';
  let lineBreak = '';
  while (cursor.column === indent && cursor.peek() !== '') {
    text += breaks;
    const leading = !' \t'.includes(cursor.peek());
    text += cursor.take((sign) => !isBreakOrEnd(sign));
    lineBreak = cursor.takeBreak();
    breaks = scanBreaks(cursor, indent);
    if (cursor.column !== indent || cursor.peek() === '') break;
    const folds = folded && lineBreak === '\n' && leading && !' \t'.includes(cursor.peek());
    if (!folds) text += lineBreak;
    else if (breaks === '') text += ' ';
  }
  if (chomping !== '-') text += lineBreak;
  return chomping === '+' ? text + breaks : text;
}
