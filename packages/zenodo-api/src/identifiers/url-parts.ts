/** The parts of a URL as RFC 3986 generic syntax reads them, without the checks of the WHATWG parser. */
export interface UrlParts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** Splits any text; what is not a URL has an empty scheme and authority. Null for a broken IPv6 host. */
export function splitUrl(text: string): UrlParts | null {
  const clean = text.replace(/^[\x00-\x20]+/, '').replace(/[\t\r\n]/g, '');
  const schemed = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(clean);
  const scheme = schemed?.[1]?.toLowerCase() ?? '';
  const rest = schemed?.[2] ?? clean;
  const located = /^\/\/([^/?#]*)(.*)$/s.exec(rest);
  const authority = located?.[1] ?? '';
  const host = /\[(.*)\]/.exec(authority)?.[1];
  const bracketed = /[[\]]/.test(authority);
  if (bracketed && (host === undefined || !/^(?:[\da-f:.]+(?:%.+)?|v[\da-f]+\..+)$/i.test(host)))
    return null;
  const path = (located?.[2] ?? rest).replace(/[?#].*$/s, '');
  return { scheme, authority, path };
}
