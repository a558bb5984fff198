/** One fenced block of shell commands, with the output that the page shows after it. */
export interface ShellBlock {
  /** Heading above it. */
  readonly section: string;
  /** Line of the fence, counted from 1. */
  readonly line: number;
  /** One command each; lines that end in a backslash are joined. */
  readonly commands: readonly string[];
  /** Words after `sh` in the fence: `serves` for what does not end by itself, `fails=NZ1006` for what has to fail. */
  readonly marks: readonly string[];
  /** Lines that the page shows as output of this block. */
  readonly shown: readonly string[];
}

/** A piece of a JSON file that the page tells to write. */
export interface Fragment {
  readonly section: string;
  readonly line: number;
  /** The file that it goes into, as the fence says: `json into=survey/zenodo.release.json`. */
  readonly into: string;
  readonly value: unknown;
}

/** What a page tells the reader to do, in order. */
export type Step = ShellBlock | Fragment;

interface Fence {
  readonly info: string;
  readonly section: string;
  readonly line: number;
  readonly body: readonly string[];
}

/** The steps of a page, in order. A `text` block shows what the shell block before it in the section printed. */
export function documentedSteps(markdown: string): Step[] {
  const blocks: Step[] = [];
  for (const { info, section, line, body } of fences(markdown)) {
    const [language = '', ...marks] = info.split(/\s+/);
    const last = blocks.at(-1);
    const into = marks.find((mark) => mark.startsWith('into='))?.slice('into='.length);
    if (language === 'sh') {
      blocks.push({ section, line, marks, commands: joinedLines(body), shown: [] });
    } else if (language === 'json' && into !== undefined) {
      blocks.push({ section, line, into, value: JSON.parse(body.join('\n')) });
    } else if (
      language === 'text' &&
      last !== undefined &&
      'shown' in last &&
      last.section === section
    ) {
      if (last.shown.length === 0) blocks[blocks.length - 1] = { ...last, shown: shownLines(body) };
    }
  }
  return blocks;
}

/** Lines of code blocks that are made by indentation: a reader cannot tell whether they are commands. */
export function indentedCommands(markdown: string): number[] {
  const fenced = new Set(
    fences(markdown).flatMap(({ line, body }) => body.map((_, i) => line + 1 + i)),
  );
  return markdown
    .split('\n')
    .map((text, index) => ({ text, number: index + 1 }))
    .filter(
      ({ text, number }) =>
        !fenced.has(number) && /^ {4,}(npx|npm|git|node|\.\/nx|\.ci\/)\b/.test(text),
    )
    .map(({ number }) => number);
}

function fences(markdown: string): Fence[] {
  const found: Fence[] = [];
  let section = '';
  let open: { fence: Fence; body: string[]; indent: number } | undefined;
  for (const [index, text] of markdown.split('\n').entries()) {
    const fence = /^(\s*)```(.*)$/.exec(text);
    if (open !== undefined && fence !== null) {
      found.push({ ...open.fence, body: open.body });
      open = undefined;
    } else if (open !== undefined) {
      open.body.push(text.slice(open.indent));
    } else if (fence !== null) {
      const [, indent = '', info = ''] = fence;
      open = {
        fence: { info, section, line: index + 1, body: [] },
        body: [],
        indent: indent.length,
      };
    } else {
      section = /^#+ (.+)$/.exec(text)?.[1] ?? section;
    }
  }
  return found;
}

function joinedLines(body: readonly string[]): string[] {
  return body
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function shownLines(body: readonly string[]): string[] {
  return body.map((line) => line.trim()).filter((line) => line !== '' && line !== '…');
}
