import { windowBytes } from '../archive/archive-input.js';
import type { DeflateEngine } from './engine.js';

/**
 * Compresses a stream block by block into one raw deflate stream; each block is given to the engine with the
 * window before it as dictionary, so that several are compressed at once and the ratio stays that of one stream.
 * (The promise is wrapped: an async generator would wait for a bare one.)
 */
export async function* deflateBlocks(
  blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  engine: DeflateEngine,
): AsyncGenerator<{ readonly deflated: Promise<Uint8Array> }> {
  let before: Uint8Array | undefined;
  let held: Uint8Array | undefined;
  for await (const block of blocks) {
    if (held !== undefined) {
      yield { deflated: engine.soon({ bytes: held, before, last: false }) };
      before = held.subarray(-windowBytes);
    }
    held = block;
  }
  yield { deflated: engine.soon({ bytes: held ?? new Uint8Array(0), before, last: true }) };
}
