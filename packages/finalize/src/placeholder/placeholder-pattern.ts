// 10.5281/zenodo.XXXXXXX in any length from four on, with the slash as it is or as URLs write it.
const usual = String.raw`10\.(?:5281|5072)(?:\/|%2F)zenodo\.X{4,}(?![A-Za-z0-9])`;
const recordUrl = String.raw`(?<=\/records?\/)X{4,}(?![A-Za-z0-9])`;
const bare = String.raw`(?<![A-Za-z0-9./])zenodo\.X{4,}(?![A-Za-z0-9])`;

/** Where a placeholder stands, and what kind of thing it holds the place of. */
export interface PlaceholderMatch {
  readonly index: number;
  readonly text: string;
  readonly of: 'doi' | 'record' | 'id';
}

/** Every placeholder in a text: the usual ones and the configured ones, whatever their case. */
export function findPlaceholders(
  text: string,
  configured: readonly string[] = [],
): readonly PlaceholderMatch[] {
  const dois = [...configured.filter((placeholder) => placeholder !== '').map(literal), usual];
  const pattern = new RegExp(`(${dois.join('|')})|(${recordUrl})|(${bare})`, 'gi');
  return [...text.matchAll(pattern)].map((match) => ({
    index: match.index,
    text: match[0],
    of: match[1] !== undefined ? 'doi' : match[2] !== undefined ? 'record' : 'id',
  }));
}

function literal(placeholder: string): string {
  const escaped = placeholder.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return escaped.replaceAll('/', String.raw`(?:\/|%2F)`);
}
