import { readWord } from './read-word.js';
import { assignmentOf } from './shell-word.js';
import type { Word } from './shell-word.js';
import { TextCursor } from './text-cursor.js';

/** A simple command: its words, `NAME=(…)` lists, and the texts that it is given inline. */
export interface ShellCommand {
  /** 1-based line where it begins. */
  readonly line: number;
  readonly words: readonly Word[];
  readonly lists: readonly { readonly name: string; readonly items: readonly Word[] }[];
  readonly hereDocuments: readonly string[];
}

/** A command while it is read. */
interface OpenCommand {
  line: number;
  words: Word[];
  lists: { name: string; items: Word[] }[];
  hereDocuments: string[];
}

/**
 * The simple commands of a POSIX or bash script, one after the other; control flow is flattened, because
 * only the words matter here. Never runs anything, and never throws.
 */
export function parseShellScript(script: string): ShellCommand[] {
  const cursor = new TextCursor(script.replaceAll('\r\n', '\n'));
  const commands: OpenCommand[] = [];
  let open = begin(cursor);
  const awaited: { mark: string; command: OpenCommand }[] = [];
  const close = () => {
    if (open.words.length + open.lists.length > 0) commands.push(open);
    open = begin(cursor);
  };
  while (!cursor.done) {
    const sign = cursor.peek();
    if (sign === '\n') {
      cursor.take();
      for (const { mark, command } of awaited.splice(0)) {
        command.hereDocuments.push(readHereDocument(cursor, mark));
      }
      close();
    } else if (/[ \t]/.test(sign)) cursor.take();
    else if (cursor.startsWith('\\\n')) cursor.take(2);
    else if (sign === '#') cursor.takeMatch(/[^\n]*/);
    else if (cursor.startsWith('<<') && !cursor.startsWith('<<<')) {
      cursor.takeMatch(/<<-?[ \t]*/);
      awaited.push({ mark: plain(readWord(cursor)), command: open });
    } else if (/[<>]/.test(sign))
      open.words.push([{ kind: 'text', text: cursor.takeMatch(/[<>]+&?/) }]);
    else if (/[;&|()]/.test(sign)) {
      cursor.take();
      close();
    } else readCommandWord(cursor, open);
  }
  close();
  return commands;
}

function begin(cursor: TextCursor): OpenCommand {
  return { line: cursor.line, words: [], lists: [], hereDocuments: [] };
}

const keywords = new Set([
  'if',
  'then',
  'else',
  'elif',
  'do',
  'while',
  'until',
  '{',
  '}',
  '!',
  'fi',
  'done',
]);

function readCommandWord(cursor: TextCursor, open: OpenCommand): void {
  const word = readWord(cursor);
  if (open.words.length === 0) open.line = cursor.line;
  const assigned = assignmentOf(word);
  if (assigned?.value.length === 0 && cursor.peek() === '(') {
    open.lists.push({ name: assigned.name, items: readList(cursor) });
  } else if (open.words.length > 0 || !keywords.has(plain(word))) open.words.push(word);
}

function readList(cursor: TextCursor): Word[] {
  const items: Word[] = [];
  cursor.take();
  while (!cursor.done && cursor.peek() !== ')') {
    if (/[ \t\n;&|(<>]/.test(cursor.peek())) cursor.take();
    else if (cursor.startsWith('\\\n')) cursor.take(2);
    else if (cursor.peek() === '#') cursor.takeMatch(/[^\n]*/);
    else items.push(readWord(cursor));
  }
  cursor.take();
  return items;
}

function readHereDocument(cursor: TextCursor, mark: string): string {
  const lines: string[] = [];
  while (!cursor.done) {
    const line = cursor.takeMatch(/[^\n]*/);
    cursor.take();
    if (line.trim() === mark) break;
    lines.push(line);
  }
  return lines.join('\n');
}

function plain(word: Word): string {
  return word.map((segment) => (segment.kind === 'text' ? segment.text : '')).join('');
}
