import type { MarkdownLine } from './prose-lines.js';

/** A heading: the index of its last line (a setext heading has two), its level and text. */
export interface Heading {
  readonly lastLine: number;
  readonly level: number;
  readonly text: string;
}

/** The headings of a Markdown text: ATX, setext, and `<h1>` to `<h6>` as READMEs use them for centring. */
export function headings(lines: readonly MarkdownLine[]): readonly Heading[] {
  return lines.flatMap((line, index): readonly Heading[] => {
    if (!line.prose) return [];
    const atx = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(line.text);
    if (atx !== null) return [{ lastLine: index, level: atx[1]!.length, text: atx[2]! }];
    const html = /<h([1-6])\b/i.exec(line.text);
    if (html !== null) return [htmlHeading(lines, index, Number(html[1]))];
    const under = lines[index + 1];
    const setext = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(under?.text ?? '');
    const paragraph = line.text.trim() !== '' && !/^ {0,3}(?:[-*+>|]|\d+[.)])\s/.test(line.text);
    if (setext === null || !paragraph || under?.prose !== true) return [];
    return [
      { lastLine: index + 1, level: setext[1]!.startsWith('=') ? 1 : 2, text: line.text.trim() },
    ];
  });
}

function htmlHeading(lines: readonly MarkdownLine[], index: number, level: number): Heading {
  const close = new RegExp(`</h${level}>`, 'i');
  const last = lines.findIndex((line, at) => at >= index && (!line.prose || close.test(line.text)));
  const lastLine = lines[last]?.prose === true ? last : index;
  const whole = lines
    .slice(index, lastLine + 1)
    .map(({ text }) => text)
    .join(' ');
  return { lastLine, level, text: whole.replace(/<[^>]*>/g, ' ').trim() };
}
