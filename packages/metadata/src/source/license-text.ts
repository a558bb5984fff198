import type { Reading } from './statement.js';
import { statementsOf } from './statement.js';

/** A licence text to compare with. */
export interface LicenseTemplate {
  readonly id: string;
  readonly text: string;
}

/** What a licence file was recognised as; `confidence` from 0 to 1. */
export interface LicenseGuess {
  readonly id: string;
  readonly confidence: number;
}

/** Below this share of common word pairs a text is not taken for the licence. */
const ENOUGH = 0.9;

function wordPairs(text: string): Map<string, number> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      // Names and years differ in every copy; the placeholders of templates likewise.
      .replace(/^\s*(?:copyright|\(c\)|©).*$/gm, '')
      .replace(/<[^>]*>|\[[^\]]*\]/g, ' ')
      .match(/[a-z0-9]+/g) ?? [];
  const pairs = new Map<string, number>();
  for (let index = 1; index < words.length; index += 1) {
    const pair = `${words[index - 1] ?? ''} ${words[index] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const total = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);

/** Sørensen–Dice coefficient of two multisets of word pairs. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [pair, count] of a) common += Math.min(count, b.get(pair) ?? 0);
  const all = total(a) + total(b);
  return all === 0 ? 0 : (2 * common) / all;
}

/** The template most like the text, with its likeness; null where none is like enough. */
export function recogniseLicense(
  text: string,
  templates: readonly LicenseTemplate[],
): LicenseGuess | null {
  const pairs = wordPairs(text);
  const [best] = templates
    .map(({ id, text: template }) => ({ id, confidence: likeness(pairs, wordPairs(template)) }))
    .sort((a, b) => b.confidence - a.confidence);
  return best !== undefined && best.confidence >= ENOUGH ? best : null;
}

/** What a LICENSE or COPYING file says. */
export function readLicenseFile(
  text: string,
  file: string,
  templates: readonly LicenseTemplate[],
): Reading {
  const guess = recogniseLicense(text, templates);
  if (guess === null) return { statements: [], findings: [] };
  const rule = `text, ${Math.round(guess.confidence * 100)} % alike`;
  return {
    statements: statementsOf(file, [['license', guess.id, { file, line: 1, column: 1 }, rule]]),
    findings: [],
  };
}
