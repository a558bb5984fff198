/** The line ending that a text uses first; `\n` where it has none. */
export function lineEnding(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** 1-based line and column of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** The offset where the line after `offset` begins; the length of the text when there is none. */
export function nextLineStart(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** `text` with its lines ended as `like` ends them. */
export function withLineEnding(text: string, like: string): string {
  return text.replace(/\r?\n/g, lineEnding(like));
}

/** `text` ended by a line break, so that something can follow. */
export function endedLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}${lineEnding(text)}`;
}
