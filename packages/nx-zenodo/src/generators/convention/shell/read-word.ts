import type { Segment, Word } from './shell-word.js';
import { TextCursor } from './text-cursor.js';

const endsWord = /[ \t\n;&|()<>]/;

/** Reads one word (POSIX Shell Command Language 2.2 "Quoting", 2.6 "Word Expansions"). */
export function readWord(cursor: TextCursor): Word {
  const segments: Segment[] = [];
  while (!cursor.done && !endsWord.test(cursor.peek())) segments.push(...readSegments(cursor));
  return joined(segments);
}

function readSegments(cursor: TextCursor): Segment[] {
  const sign = cursor.peek();
  if (sign === "'") return [text(quoted(cursor, "'"))];
  if (sign === '"') return readDoubleQuoted(cursor);
  if (sign === '\\') return [text(escaped(cursor))];
  if (sign === '$') return [readDollar(cursor)];
  if (sign === '`') return [{ kind: 'dynamic', text: `\`${quoted(cursor, '`')}\`` }];
  return [text(cursor.takeMatch(/[^ \t\n;&|()<>'"\\$`]+/))];
}

function quoted(cursor: TextCursor, mark: string): string {
  cursor.take();
  let inside = '';
  while (!cursor.done && cursor.peek() !== mark) inside += cursor.take();
  cursor.take();
  return inside;
}

// A backslash before a line end joins the lines.
function escaped(cursor: TextCursor): string {
  cursor.take();
  const sign = cursor.take();
  return sign === '\n' ? '' : sign;
}

function readDoubleQuoted(cursor: TextCursor): Segment[] {
  cursor.take();
  const segments: Segment[] = [text('')];
  while (!cursor.done && cursor.peek() !== '"') {
    const sign = cursor.peek();
    if (sign === '$') segments.push(readDollar(cursor));
    else if (sign === '`') segments.push(...readSegments(cursor));
    else if (sign === '\\' && /["\\$`\n]/.test(cursor.peek(1)))
      segments.push(text(escaped(cursor)));
    else segments.push(text(cursor.take()));
  }
  cursor.take();
  return segments;
}

function readDollar(cursor: TextCursor): Segment {
  if (cursor.startsWith('$(')) return { kind: 'dynamic', text: balanced(cursor, '(', ')') };
  if (cursor.startsWith('${')) return parameter(balanced(cursor, '{', '}').slice(2, -1));
  cursor.take();
  const name = cursor.takeMatch(/[A-Za-z_]\w*|[0-9@*#?$!-]/);
  return name === '' ? text('$') : { kind: 'variable', name, fallback: null };
}

// `$(…)` or `${…}` with everything in it, quotes respected.
function balanced(cursor: TextCursor, open: string, close: string): string {
  let taken = cursor.take();
  let depth = 0;
  do {
    const sign = cursor.peek();
    if (sign === "'" && open === '(') {
      taken += `'${quoted(cursor, "'")}'`;
      continue;
    }
    if (sign === '\\') taken += cursor.take();
    else if (sign === open) depth += 1;
    else if (sign === close) depth -= 1;
    taken += cursor.take();
  } while (depth > 0 && !cursor.done);
  return taken;
}

// POSIX 2.6.2: `name`, `name:-word`; other operators are left to a shell.
function parameter(inside: string): Segment {
  const match = /^([A-Za-z_]\w*|[0-9]+)(?:(:?[-=])([\s\S]*)|(:?\?)[\s\S]*|(\[[@*]\]))?$/.exec(
    inside,
  );
  if (match === null) return { kind: 'dynamic', text: `\${${inside}}` };
  const [, name = '', fallsBack, word = '', , list] = match;
  if (list !== undefined) return { kind: 'variable', name: `${name}[@]`, fallback: null };
  const fallback = fallsBack === undefined ? null : wholeWord(word);
  return { kind: 'variable', name, fallback };
}

// Inside of braces blanks do not end a word.
function wholeWord(written: string): Word {
  const cursor = new TextCursor(written);
  const segments: Segment[] = [];
  while (!cursor.done) {
    segments.push(...(endsWord.test(cursor.peek()) ? [text(cursor.take())] : readSegments(cursor)));
  }
  return joined(segments);
}

const text = (value: string): Segment => ({ kind: 'text', text: value });

// Neighbouring texts as one; an empty one only where the word is nothing else (`""`).
function joined(segments: readonly Segment[]): Word {
  const words: Segment[] = [];
  for (const segment of segments) {
    const last = words.at(-1);
    if (segment.kind === 'text' && last?.kind === 'text') {
      words[words.length - 1] = text(last.text + segment.text);
    } else words.push(segment);
  }
  const filled = words.filter((segment) => segment.kind !== 'text' || segment.text !== '');
  return filled.length === 0 ? words : filled;
}
