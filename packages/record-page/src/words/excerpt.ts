const longest = 280;
const before = 40;

/** Where two texts begin to differ; the length of the shorter one where one begins with the other. */
export function firstDifference(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  for (let i = 0; i < end; i += 1) if (one[i] !== other[i]) return i;
  return end;
}

/** At most some 280 characters of a text, cut between words, around the position that matters. */
export function excerpt(text: string, around = 0): string {
  if (text.length <= longest) return text;
  const start = around <= before ? 0 : Math.min(around - before, text.length - longest);
  const cut = text.slice(start, start + longest);
  const head = start === 0 ? cut : `… ${cut.replace(/^\S*\s+/, '')}`;
  return start + longest >= text.length ? head : `${head.replace(/\s+\S*$/, '')} …`;
}
