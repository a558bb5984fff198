const placeholder = '{version}';

/** One step from the release root towards receipts: a name, or the names that a version label may fill. */
export type PatternSegment = { readonly name: string } | { readonly names: RegExp };

/** `docs/releases/{version}-ZENODO.json` as steps; a version label holds no slash. */
export function receiptSegments(pattern: string): readonly PatternSegment[] {
  return pattern.split('/').map((segment) => {
    if (!segment.includes(placeholder)) return { name: segment };
    const [before = '', ...after] = segment.split(placeholder).map(escaped);
    return { names: new RegExp(`^${[before, ...after].join('(.+)')}$`) };
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
