/** A word for a POSIX shell, quoted where it must be (POSIX.1-2017, Shell, 2.2). */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-')) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
