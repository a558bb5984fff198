/** Stands for a `<` that is text; cleaned text cannot hold this noncharacter. */
export const LITERAL_LT = '\uffff';

type TagEnd = { readonly at: number } | { readonly open: 'text' | 'dropped' };

/**
 * Finds the `>` that ends the tag whose name starts at `from`. A tag that the text ends in is kept as
 * text when it stops in a name or a bare value, and dropped elsewhere.
 */
function findTagEnd(text: string, from: number): TagEnd {
  const name = /[^\s/>]*/y;
  name.lastIndex = from;
  name.exec(text);
  let at = name.lastIndex;
  if (at >= text.length) return { open: 'text' };
  // white space, then a name, then perhaps `=` and a value; quotes may hold `>`
  const attribute =
    /[\s/]*(?:([^\s/>=][^\s/>=]*)(\s*)(=\s*(?:"[^"]*("?)|'[^']*('?)|([^\s>]*)))?)?/y;
  while (at < text.length && text[at] !== '>') {
    attribute.lastIndex = at;
    const match = attribute.exec(text);
    const next = match === null || match[0] === '' ? at + 1 : at + match[0].length;
    if (next >= text.length && match !== null) {
      const [, attributeName, , value, double, single, bare] = match;
      if (double === '"' || single === "'") return { open: 'dropped' };
      const endsInName = attributeName !== undefined && value === undefined;
      return { open: endsInName || (bare !== undefined && bare !== '') ? 'text' : 'dropped' };
    }
    at = next;
  }
  return at < text.length ? { at } : { open: 'dropped' };
}

/** Marks every `<` that starts no tag but would make a parser drop what follows. */
export function markLooseTags(text: string, elements: ReadonlySet<string>): string {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    if (start < 0) break;
    result += text.slice(at, start);
    at = start + 1;
    if (text.startsWith('<!--', start)) {
      const end = text.indexOf('-->', start + 2);
      at = end < 0 ? text.length : end + 3;
      result += text.slice(start, at);
    } else if (/^<\/?[a-zA-Z]/.test(text.slice(start, start + 3))) {
      const end = findTagEnd(text, start + (text[start + 1] === '/' ? 2 : 1));
      if ('open' in end) {
        return end.open === 'text'
          ? result + text.slice(start).replaceAll('<', LITERAL_LT)
          : result;
      }
      at = end.at + 1;
      result += text.slice(start, at);
    } else {
      const bogus = bogusClosing(text, start, elements);
      result += bogus === null ? '<' : bogus.replaceAll('<', LITERAL_LT);
      at = start + (bogus ?? '<').length;
    }
  }
  return result + text.slice(at);
}

/** `</` before anything but a letter: browsers make a comment of it, Zenodo keeps it as text up to its `>`. */
function bogusClosing(text: string, start: number, elements: ReadonlySet<string>): string | null {
  if (!/^<\/[^>]/.test(text.slice(start, start + 3))) return null;
  const end = text.indexOf('>', start);
  const content = text.slice(start + 2, end < 0 ? text.length : end);
  if (elements.has(content.trim().toLowerCase())) return null;
  return text.slice(start, end < 0 ? text.length : end + 1);
}
