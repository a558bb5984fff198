/** A piece of a shell word: what it says, a variable, or something only a shell can tell. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly fallback: Word | null }
  | { readonly kind: 'dynamic'; readonly text: string };

/** A word of a script before expansion. */
export type Word = readonly Segment[];

/** Values of variables as far as they are known. */
export type Variables = ReadonlyMap<string, string>;

/**
 * The word as the shell would hand it on, or null when only running the script could tell. Parameters
 * (`$1`) stand for their fallback.
 */
export function expandWord(word: Word, variables: Variables): string | null {
  let text = '';
  for (const segment of word) {
    const part = expandSegment(segment, variables);
    if (part === null) return null;
    text += part;
  }
  return text;
}

function expandSegment(segment: Segment, variables: Variables): string | null {
  if (segment.kind === 'text') return segment.text;
  if (segment.kind === 'dynamic') return null;
  const value = variables.get(segment.name);
  if (value !== undefined) return value;
  return segment.fallback === null ? null : expandWord(segment.fallback, variables);
}

/** The word as it is written, for telling a person what could not be understood. */
export function writtenWord(word: Word): string {
  return word
    .map((segment) => (segment.kind === 'variable' ? `$${segment.name}` : segment.text))
    .join('');
}

/** `NAME=` or `NAME+=` at the beginning of a word, with what follows it. */
export function assignmentOf(word: Word): { name: string; adds: boolean; value: Word } | null {
  const [first, ...others] = word;
  const match = first?.kind === 'text' ? /^([A-Za-z_]\w*)(\+?)=(.*)$/s.exec(first.text) : null;
  if (match === null) return null;
  const rest = match[3] ?? '';
  return {
    name: match[1] ?? '',
    adds: match[2] === '+',
    value: [...(rest === '' ? [] : [{ kind: 'text' as const, text: rest }]), ...others],
  };
}
