import { headings } from '../markdown/heading.js';
import { markdownLines } from '../markdown/prose-lines.js';
import type { MarkdownLine } from '../markdown/prose-lines.js';
import { lineEnding, withLineEnding } from '../text/lines.js';
import { badgeLineAfter, isBadgeLine } from './badge-line.js';
import type { Markup } from './markup.js';

/** Where a badge goes: after a line, apart from it or as one more of the badges that stand there. */
interface Placement {
  /** Index of the line before it; -1 at the top. */
  readonly after: number;
  readonly joins: 'nothing' | 'lines' | 'line';
}

/** Puts a badge with the other badges, else below the first heading, else at the top. */
export function placeBadge(text: string, badge: string, markup: Markup): string {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const { after, joins } = placement(text, lines, markup);
  const before = lines.slice(0, after + 1);
  const rest = lines.slice(after + 1);
  const eol = lineEnding(text);
  if (joins === 'line') {
    return [...before.slice(0, -1), `${before.at(-1)!.trimEnd()} ${badge}`, ...rest].join(eol);
  }
  const body = withLineEnding(badge, text).split(eol);
  const isApart = joins === 'nothing' && markup !== 'html';
  return (isApart ? setApart(before, body, rest) : [...before, ...body, ...rest]).join(eol);
}

function placement(text: string, lines: readonly string[], markup: Markup): Placement {
  const isProse = markup === 'markdown' ? markdownLines(text).map(({ prose }) => prose) : [];
  const first = lines.findIndex(
    (line, at) => isProse[at] !== false && isBadgeLine(line, markup) && at < furthest,
  );
  if (first !== -1) return badgeLineAfter(lines, first, markup);
  return { after: titleEnd(text, lines, markup), joins: 'nothing' };
}

// Badges belong to the head of a README; an image far below is no place for one more.
const furthest = 60;

function titleEnd(text: string, lines: readonly string[], markup: Markup): number {
  switch (markup) {
    case 'markdown': {
      const all = markdownLines(text);
      const [title] = headings(all);
      return title?.lastLine ?? frontMatterEnd(all);
    }
    case 'rst':
      return lines.findIndex(
        (line, at) =>
          at > 0 && /^([=\-~`#"^+*:.'_])\1{2,}\s*$/.test(line) && /\S/.test(lines[at - 1]!),
      );
    case 'asciidoc': {
      const title = lines.findIndex((line) => /^= \S/.test(line));
      if (title === -1) return -1;
      const blank = lines.findIndex((line, at) => at > title && line.trim() === '');
      return (blank === -1 ? lines.length : blank) - 1;
    }
    case 'html': {
      const title = lines.findIndex((line) => /<\/h1>/i.test(line));
      return title === -1 ? lines.findIndex((line) => /<body\b[^>]*>/i.test(line)) : title;
    }
  }
}

// Without a heading the badge goes to the top, below front matter.
function frontMatterEnd(lines: readonly MarkdownLine[]): number {
  if (lines[0]?.prose !== false || !lines[0].text.startsWith('---')) return -1;
  return lines.findIndex(({ text }, at) => at > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(text));
}

/** With a blank line on each side that has text; what ends with the badge ends with a line break. */
function setApart(
  before: readonly string[],
  body: readonly string[],
  rest: readonly string[],
): string[] {
  const gapBefore = (before.at(-1) ?? '').trim() === '' ? [] : [''];
  const gapAfter = (rest[0] ?? '').trim() === '' ? [] : [''];
  const end = before.length > 0 && rest.length === 0 ? [''] : [];
  return [...before, ...gapBefore, ...body, ...gapAfter, ...end, ...rest];
}
