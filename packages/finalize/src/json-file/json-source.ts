import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { unreadable } from '../findings/document-findings.js';
import type { FinalizeFinding } from '../findings/finalize-error.js';
import { lineEnding, placeOf } from '../text/lines.js';
import { applySplices } from '../text/splice.js';

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

/**
 * Sets one top-level value: in place, or as a new last member in the indentation of the others. Everything else
 * stays as it is written (`jsonc-parser` finds the places; its own edits would break the line before anew).
 */
export function withJsonValue(text: string, key: string, value: unknown): string {
  const body = withoutMark(text);
  const root = parseTree(body);
  const members = root?.children ?? [];
  const eol = lineEnding(body);
  const first = members[0];
  const apart = first === undefined || body.slice(root!.offset, first.offset).includes('\n');
  const indent = /^([ \t]+)\S/m.exec(body)?.[1] ?? '  ';
  const written = apart
    ? JSON.stringify(value, null, indent).replaceAll('\n', `${eol}${indent}`)
    : JSON.stringify(value);
  const place = members.find((member) => member.children?.[0]?.value === key)?.children?.[1];
  const mark = text.slice(0, text.length - body.length);
  if (place !== undefined) {
    const { offset, length } = place;
    return mark + applySplices(body, [{ start: offset, end: offset + length, text: written }]);
  }
  const member = `${JSON.stringify(key)}: ${written}`;
  const last = members.at(-1);
  const at = last === undefined ? root!.offset + 1 : last.offset + last.length;
  const before = last === undefined ? `${eol}${indent}` : apart ? `,${eol}${indent}` : ', ';
  const after = last === undefined ? eol : '';
  return mark + applySplices(body, [{ start: at, end: at, text: `${before}${member}${after}` }]);
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
