const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: '\u00a0',
  quot: '"',
};

/** Text of cleaned HTML: what readers of metadata get who show no markup (marshmallow-utils, strip_html). */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|([a-z]+));/g, (reference, code?: string, name?: string) => {
      if (code !== undefined && Number(code) <= 0x10ffff) return String.fromCodePoint(Number(code));
      return named[name ?? ''] ?? reference;
    })
    .trim();
}
