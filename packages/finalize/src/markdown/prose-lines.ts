/** One line of Markdown and where it begins; `prose` is false inside fenced code and front matter. */
export interface MarkdownLine {
  /** Without its line ending. */
  readonly text: string;
  /** Offset of its first character. */
  readonly start: number;
  readonly prose: boolean;
}

/** Lines of a Markdown text; what fenced code (CommonMark 4.5) and YAML front matter hold is no prose. */
export function markdownLines(text: string): readonly MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let fence: string | null = null;
  let frontMatter = /^---[ \t]*\r?\n/.test(text) && /\n(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/.test(text);
  let start = 0;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\r$/, '');
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    let prose = fence === null && !frontMatter;
    if (frontMatter) {
      if (start > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line)) frontMatter = false;
    } else if (fence === null) {
      if (mark !== null && !(mark[1]!.startsWith('`') && mark[2]!.includes('`'))) {
        fence = mark[1]!;
        prose = false;
      }
    } else if (mark !== null && closes(mark, fence)) fence = null;
    lines.push({ text: line, start, prose });
    start += raw.length + 1;
  }
  return lines;
}

function closes(mark: RegExpExecArray, fence: string): boolean {
  const [, signs = '', rest = ''] = mark;
  return signs[0] === fence[0] && signs.length >= fence.length && rest.trim() === '';
}

/** True when the offset lies in prose. */
export function inProse(lines: readonly MarkdownLine[], offset: number): boolean {
  return lines.findLast(({ start }) => start <= offset)?.prose ?? true;
}
