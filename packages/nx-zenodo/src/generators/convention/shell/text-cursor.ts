/** A place in a text that only moves on, and knows its line. */
export class TextCursor {
  private at = 0;
  /** 1-based. */
  line = 1;

  constructor(private readonly text: string) {}

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** The sign at the place, or one further on; empty at the end. */
  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  startsWith(sign: string): boolean {
    return this.text.startsWith(sign, this.at);
  }

  /** Takes signs and moves on. */
  take(count = 1): string {
    const taken = this.text.slice(this.at, this.at + count);
    this.at += taken.length;
    this.line += taken.split('\n').length - 1;
    return taken;
  }

  /** Takes what a sticky-free pattern matches at the place; empty when it does not. */
  takeMatch(pattern: RegExp): string {
    const sticky = new RegExp(pattern.source, `${pattern.flags.replace('y', '')}y`);
    sticky.lastIndex = this.at;
    return this.take(sticky.exec(this.text)?.[0].length ?? 0);
  }
}
