const hex = '(?:[0-9a-fA-F]{64}|[0-9a-fA-F]{128})';
// GNU coreutils, "md5sum invocation": digest, blank, text or binary mark, name; and its option --tag.
const lineForm = new RegExp(`^(?:${hex} [ *](.+)|SHA(?:256|512) \\((.+)\\) = ${hex})$`);

/**
 * The files that a checksum list names, each once, in the order of the list. Null when it holds a line of another
 * form, which the target itself may well understand: then nothing is known here.
 */
export function signaturePaths(text: string): string[] | null {
  const paths = new Set<string>();
  for (const line of text.split('\n')) {
    const written = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (written === '' || written.startsWith('#')) continue;
    const match = lineForm.exec(written);
    const path = (match?.[1] ?? match?.[2] ?? '').replace(/^(?:\.\/)+/, '');
    if (!isNormal(path)) return null;
    paths.add(path);
  }
  return [...paths];
}

function isNormal(path: string): boolean {
  return path !== '' && !path.includes('\\') && !/(?:^|\/)(?:\.{0,2})(?:\/|$)/.test(path);
}
