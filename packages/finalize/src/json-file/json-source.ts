import { applyEdits, modify, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { JSONPath, ParseError } from 'jsonc-parser';
import { unreadable } from '../findings/document-findings.js';
import type { FinalizeFinding } from '../findings/finalize-error.js';
import { lineEnding, placeOf } from '../text/lines.js';

const byteOrderMark = '\uFEFF';

/** The findings about a text that is no JSON object; none when it is one. */
export function checkJsonObject(text: string, file: string): readonly FinalizeFinding[] {
  const errors: ParseError[] = [];
  const tree = parseTree(withoutMark(text), errors, { disallowComments: true });
  const [error] = errors;
  const place = { file, ...placeOf(text, error?.offset ?? 0) };
  if (error !== undefined) return [unreadable('NZ8004', place, printParseErrorCode(error.error))];
  return tree?.type === 'object' ? [] : [unreadable('NZ8004', place, 'it holds no object')];
}

/** Sets one value; indentation, line ends, order and all the rest stay as they are. */
export function withJsonValue(text: string, path: JSONPath, value: unknown): string {
  const body = withoutMark(text);
  const indent = /^([ \t]+)\S/m.exec(body)?.[1] ?? '  ';
  const edits = modify(body, path, value, {
    formattingOptions: {
      insertSpaces: !indent.startsWith('\t'),
      tabSize: indent.startsWith('\t') ? 1 : indent.length,
      eol: lineEnding(body),
    },
  });
  return `${text.slice(0, text.length - body.length)}${applyEdits(body, edits)}`;
}

/** The value of one top-level key; undefined where there is none. */
export function jsonMember(text: string, key: string): unknown {
  const whole: unknown = JSON.parse(withoutMark(text));
  if (typeof whole !== 'object' || whole === null) return undefined;
  return Object.entries(whole).find(([name]) => name === key)?.[1];
}

function withoutMark(text: string): string {
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}
