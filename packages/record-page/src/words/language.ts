const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** `eng` as the tag `en` for a `lang` attribute (BCP 47); null for what is no language tag. */
export function languageTag(code: string): string | null {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? null;
  } catch {
    return null;
  }
}

/** `eng` as `English`; anything unknown as it is. */
export function languageInWords(code: string): string {
  const tag = languageTag(code);
  return tag === null ? code : (names.of(tag) ?? code);
}
