/** Number of single-character edits between two words, cells of one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replace = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The word most like the written one, or null when none is near (a third of its letters). */
export function closestWord(written: string, words: readonly string[]): string | null {
  const short = written.slice(0, 64).toLowerCase();
  const ranked = words
    .map((word) => ({ word, distance: editDistance(short, word.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(1, Math.ceil(short.length / 3))
    ? best.word
    : null;
}
