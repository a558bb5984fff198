/** A piece of output: bytes that may still be on their way, and how they go into the archive. */
export interface Piece {
  readonly bytes: Uint8Array | Promise<Uint8Array>;
  /** Called in the order of the pieces, with the bytes; gives what is written. */
  place(bytes: Uint8Array): readonly Uint8Array[];
}

/** Nothing to wait for. */
export const nothing = new Uint8Array(0);

// Enough to keep the threads of zlib busy (four by default), little enough for memory.
const ahead = 8;

/** Writes pieces in their order while those behind are still made; never more than a few at once. */
export async function* inOrder(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  const waiting: Piece[] = [];
  for await (const piece of pieces) {
    // If one fails, those behind it are never awaited, and their failure must not end the process.
    if (piece.bytes instanceof Promise) piece.bytes.catch(() => undefined);
    waiting.push(piece);
    if (waiting.length > ahead) yield* settle(waiting.shift());
  }
  while (waiting.length > 0) yield* settle(waiting.shift());
}

async function* settle(piece: Piece | undefined): AsyncGenerator<Uint8Array> {
  if (piece !== undefined) yield* piece.place(await piece.bytes);
}
