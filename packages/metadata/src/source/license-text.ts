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

/** A text to compare: names and years differ in every copy, and the placeholders of templates likewise. */
const compared = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:copyright|\(c\)|©).*$/gm, '')
    .replace(/<[^>]*>|\[[^\]]*\]/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function wordPairs(text: string): Map<string, number> {
  const words = text.split(' ');
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

/** Texts whose lengths differ more cannot have enough pairs in common. */
const LENGTHS = 0.7;

/** Nothing is more like it: the others need not be looked at. */
const SAME = 0.99;

/** The template most like the text, with its likeness; null where none is like enough. */
export function recogniseLicense(
  text: string,
  templates: Iterable<LicenseTemplate>,
): LicenseGuess | null {
  const whole = compared(text);
  const pairs = wordPairs(whole);
  let best: LicenseGuess | null = null;
  for (const { id, text: written } of templates) {
    const template = compared(written);
    const [shorter = 0, longer = 0] = [whole.length, template.length].sort((a, b) => a - b);
    if (shorter < longer * LENGTHS) continue;
    const confidence = likeness(pairs, wordPairs(template));
    if (confidence >= ENOUGH && confidence > (best?.confidence ?? 0)) best = { id, confidence };
    if (confidence >= SAME) break;
  }
  return best;
}

/** What a LICENSE or COPYING file says. */
export function readLicenseFile(
  text: string,
  file: string,
  templates: Iterable<LicenseTemplate>,
): Reading {
  const guess = recogniseLicense(text, templates);
  if (guess === null) return { statements: [], findings: [] };
  const rule = `text, ${Math.round(guess.confidence * 100)} % alike`;
  return {
    statements: statementsOf(file, [['license', guess.id, { file, line: 1, column: 1 }, rule]]),
    findings: [],
  };
}
