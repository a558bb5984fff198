import { trusted } from './html.js';
import type { SafeHtml } from './html.js';

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * JSON as it may stand inside a `script` element: no `<` is left, so neither an end tag nor `<!--` can
 * appear (HTML, section 4.12.1.3 "Restrictions for contents of script elements"); the value is the same.
 */
export function jsonInScript(value: unknown): SafeHtml {
  const text = JSON.stringify(value) ?? 'null';
  return trusted(text.replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? ''));
}
