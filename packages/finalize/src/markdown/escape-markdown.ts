/** A name as inline code that may stand in a table cell. */
export function inlineCode(name: string): string {
  const longest = Math.max(0, ...[...name.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${name.replaceAll('|', String.raw`\|`).replace(/[\r\n]+/g, ' ')}${space}${fence}`;
}

/** Fenced code, with a fence longer than any in the code. */
export function fencedCode(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code.trimEnd()}\n${fence}`;
}
