// Controls and format characters (bidirectional overrides among them): what can forge a line in a terminal.
const unprintable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A name from a file as it may be shown: in quotes, short, with all that could forge a terminal line escaped. */
export function quote(name: string): string {
  const shown = name.length > 300 ? `${name.slice(0, 300)}…` : name;
  return `"${shown.replace(unprintable, escapeCharacter)}"`;
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
