/** A piece of a text and what takes its place; offsets in UTF-16 units. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies splices that do not overlap, in whatever order they come. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const fromTheEnd = [...splices].sort((a, b) => b.start - a.start || b.end - a.end);
  return fromTheEnd.reduce(
    (whole, { start, end, text: piece }) => whole.slice(0, start) + piece + whole.slice(end),
    text,
  );
}
