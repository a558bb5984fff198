import { createRequire } from 'node:module';
import type * as jsonc from 'jsonc-parser';

/** A JSON text read, or where and why it is none. Lines and columns are 1-based, columns in characters. */
export type JsonText =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly line: number;
      readonly column: number;
      readonly problem: string;
    };

/** Reads a JSON text (RFC 8259): UTF-8 without a byte order mark, one value. */
export function parseJson(bytes: Uint8Array): JsonText {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, line: 1, column: 1, problem: 'the bytes are not UTF-8' };
  }
  return parseJsonText(text);
}

/** Reads the text of one JSON value. */
export function parseJsonText(text: string): JsonText {
  if (text.startsWith('\uFEFF')) {
    return { ok: false, line: 1, column: 1, problem: 'it starts with a byte order mark' };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, ...firstError(text) };
  }
}

// JSON.parse words its messages differently in each Node version and gives no line; reports must not differ.
// The parser that knows places is loaded only for a text that is broken: it takes longer to load than to use.
function firstError(text: string): { line: number; column: number; problem: string } {
  const load = createRequire(import.meta.url);
  const { parseTree, printParseErrorCode } = load('jsonc-parser') as typeof jsonc;
  const errors: jsonc.ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  const before = text.slice(0, first?.offset ?? text.length).split('\n');
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    problem: first === undefined ? 'it is no JSON' : words(printParseErrorCode(first.error)),
  };
}

// `CommaExpected` -> `comma expected`
const words = (code: string) => code.replaceAll(/(?<!^)([A-Z])/g, ' $1').toLowerCase();
