// GNU coreutils manual, "cksum common options": a name with a backslash, line feed or carriage return is
// written with those escaped, and the line begins with a backslash.
const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** True when the name must be written escaped. */
export function needsEscape(name: string): boolean {
  return /[\\\n\r]/.test(name);
}

/** The name with its escapes. */
export function escapeName(name: string): string {
  return name.replace(/[\\\n\r]/g, (unit) => escapes[unit] ?? unit);
}

/** The name behind its escapes; undefined when a backslash stands before anything else than `\`, `n` or `r`. */
export function unescapeName(written: string): string | undefined {
  if (/\\(?![\\nr])/.test(written.replaceAll('\\\\', ''))) return undefined;
  return written.replace(/\\([\\nr])/g, (_, unit: string) =>
    unit === 'n' ? '\n' : unit === 'r' ? '\r' : '\\',
  );
}
