/** A piece of output: bytes that may still be on their way, and how they go into the archive. */
export interface Piece {
  readonly bytes: Uint8Array | Promise<Uint8Array>;
  /** How much memory it holds while it waits, bytes. */
  readonly weight: number;
  /** Called in the order of the pieces, with the bytes; gives what is written. */
  place(bytes: Uint8Array): readonly Uint8Array[];
}

/** A piece that only writes what is known by then. */
export const afterwards = (place: () => readonly Uint8Array[]): Piece => ({
  bytes: nothing,
  weight: 0,
  place,
});
const nothing = new Uint8Array(0);

// Enough to keep all threads busy, little enough for memory.
const mostWaiting = 8 << 20;

/** Writes pieces in their order while those behind are still made; never more than a few megabytes at once. */
export async function* inOrder(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  let waiting: Piece[] = [];
  let weight = 0;
  for await (const piece of pieces) {
    // If one fails, those behind it are never awaited, and their failure must not end the process.
    if (piece.bytes instanceof Promise) piece.bytes.catch(() => undefined);
    waiting.push(piece);
    weight += piece.weight;
    if (weight <= mostWaiting) continue;
    let settled = 0;
    for (; weight > mostWaiting / 2; settled += 1) {
      const next = waiting[settled];
      if (next === undefined) break;
      weight -= next.weight;
      yield* next.place(next.bytes instanceof Promise ? await next.bytes : next.bytes);
    }
    waiting = waiting.slice(settled);
  }
  for (const piece of waiting) yield* piece.place(await piece.bytes);
}
