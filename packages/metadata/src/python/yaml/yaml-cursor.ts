import { PythonYamlError } from './yaml-error.js';
import type { Mark } from './yaml-error.js';

/** What ends a line in YAML 1.1; the empty string stands for the end of the text. */
export const isBreak = (sign: string): boolean =>
  sign !== '' && '\r\n\x85\u2028\u2029'.includes(sign);
export const isBreakOrEnd = (sign: string): boolean => sign === '' || isBreak(sign);
export const isBlankOrEnd = (sign: string): boolean =>
  sign === ' ' || sign === '\t' || isBreakOrEnd(sign);

const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** A place in the text that moves forward and counts lines and columns. */
export class YamlCursor {
  offset = 0;
  line = 0;
  column = 0;

  constructor(readonly text: string) {
    const odd = UNPRINTABLE.exec(text);
    if (odd === null) return;
    const code = (odd[0].codePointAt(0) ?? 0).toString(16).padStart(4, '0');
    const lines = text.slice(0, odd.index).split(/\r\n|[\r\n]/);
    const mark = { offset: odd.index, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    throw new PythonYamlError(
      `unacceptable character #x${code}: special characters are not allowed`,
      mark,
    );
  }

  /** The sign so many places ahead, '' behind the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.offset + ahead);
  }

  ahead(length: number): string {
    return this.text.slice(this.offset, this.offset + length);
  }

  forward(length = 1): void {
    for (let step = 0; step < length; step += 1) {
      const sign = this.peek();
      this.offset += 1;
      if (isBreak(sign) && !(sign === '\r' && this.peek() === '\n')) {
        this.line += 1;
        this.column = 0;
      } else if (sign !== '\ufeff') this.column += 1;
    }
  }

  /** Moves over signs while the test holds and gives them. */
  take(test: (sign: string) => boolean): string {
    let length = 0;
    while (this.peek(length) !== '' && test(this.peek(length))) length += 1;
    const taken = this.ahead(length);
    this.forward(length);
    return taken;
  }

  /** Moves over one line break: its normal form, or '' where there is none. */
  takeBreak(): string {
    const sign = this.peek();
    if (!isBreak(sign)) return '';
    this.forward(this.ahead(2) === '\r\n' ? 2 : 1);
    return sign === '\u2028' || sign === '\u2029' ? sign : '\n';
  }

  /** `---` or `...` at the start of what follows, with blank behind it. */
  atDocumentMarker(): boolean {
    const three = this.ahead(3);
    return (three === '---' || three === '...') && isBlankOrEnd(this.peek(3));
  }

  mark(): Mark {
    return { offset: this.offset, line: this.line + 1, column: this.column + 1 };
  }

  fail(problem: string, context = '', contextMark?: Mark): never {
    throw new PythonYamlError(problem, this.mark(), context, contextMark);
  }
}
