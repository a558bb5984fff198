/** The URL with the relation `next` in a Link header (RFC 8288); null when there is none. */
export function nextPage(link: string | undefined): string | null {
  for (const [, url = '', parameters = ''] of (link ?? '').matchAll(
    /<([^>]*)>((?:\s*;[^,<]*)*)/g,
  )) {
    if (/;\s*rel\s*=\s*"?(?:[^"]*\s)?next(?:\s[^"]*)?"?\s*(?:;|$)/i.test(parameters)) return url;
  }
  return null;
}
