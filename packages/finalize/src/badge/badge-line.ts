import type { Markup } from './markup.js';

const linkedImage = String.raw`\[!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])\](?:\([^)]*\)|\[[^\]]*\])`;
const badgeHost = String.raw`!\[[^\]]*\]\([^)]*(?:badge|shields\.io|badgen|/status)[^)]*\)`;
const onlyBadges = new RegExp(String.raw`^\s*(?:(?:${linkedImage}|${badgeHost})\s*)+$`, 'i');
const htmlBadge =
  /^\s*(?:<p[^>]*>)?\s*<a\b[^>]*>\s*<img\b[^>]*(?:badge|shields\.io|\.svg)[^>]*>\s*<\/a>/i;

/** True for a line of badges, and of nothing else. */
export function isBadgeLine(line: string, markup: Markup): boolean {
  switch (markup) {
    case 'markdown':
      return onlyBadges.test(line);
    case 'rst':
      return /^\.\. image::[ \t]+\S*(?:badge|shields\.io|\.svg|status)/i.test(line);
    case 'asciidoc':
      return /^(?:https?:\/\/\S+\[)?image:\S*(?:badge|shields\.io|\.svg|status)\S*\[/i.test(line);
    case 'html':
      return htmlBadge.test(line);
  }
}

/** Where one more badge joins the group of badges that begins at a line. */
export function badgeLineAfter(
  lines: readonly string[],
  first: number,
  markup: Markup,
): { readonly after: number; readonly joins: 'lines' | 'line' } {
  let last = first;
  for (let at = first + 1; at < lines.length; at += 1) {
    const line = lines[at]!;
    const option = markup === 'rst' && /^[ \t]+:[\w-]+:/.test(line);
    if (option || isBadgeLine(line, markup)) last = at;
    else if (markup !== 'rst' || line.trim() !== '') break;
  }
  const several = (lines[first]!.match(/!\[/g) ?? []).length > 1;
  const oneLine = markup === 'markdown' && first === last && several;
  return { after: last, joins: oneLine ? 'line' : 'lines' };
}
