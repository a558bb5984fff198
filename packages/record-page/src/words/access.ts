const words: Readonly<Record<string, string>> = {
  open: 'Open',
  embargoed: 'Embargoed',
  restricted: 'Restricted',
  closed: 'Closed',
  'metadata-only': 'Metadata only',
};

/** An access right as a reader sees it; an unknown one as it is. */
export function accessInWords(right: string): string {
  return Object.hasOwn(words, right) ? (words[right] ?? right) : right;
}
