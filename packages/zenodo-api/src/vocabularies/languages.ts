import { ISO_639_1_TO_3, ISO_639_3 } from './language-table.js';

let known: ReadonlySet<string> | undefined;

/** True for an ISO 639-3 code in lower case. */
export function isLanguage(code: string): boolean {
  return languageIds().has(code);
}

/** All ids of the vocabulary: ISO 639-3 codes. */
export function languageIds(): ReadonlySet<string> {
  known ??= new Set(
    ISO_639_3.trim()
      .split(/\s+/)
      .flatMap((group) => [...group.slice(2)].map((letter) => group.slice(0, 2) + letter)),
  );
  return known;
}

let twoLetters: ReadonlyMap<string, string> | undefined;

/** The ISO 639-3 code of a two-letter ISO 639-1 code (any case), or null. */
export function threeLetterLanguage(twoLetter: string): string | null {
  twoLetters ??= new Map(
    ISO_639_1_TO_3.trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, 2), pair.slice(2)]),
  );
  return twoLetters.get(twoLetter.toLowerCase()) ?? null;
}
