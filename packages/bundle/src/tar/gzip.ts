import { crc32 } from 'node:zlib';
import { blockBytes } from '../archive/archive-input.js';
import { afterwards, inOrder } from '../archive/in-order.js';
import type { Piece } from '../archive/in-order.js';
import { deflateBlocks } from '../deflate/deflate-blocks.js';
import { deflateEngine } from '../deflate/engine.js';
import type { Level } from '../deflate/level.js';

// RFC 1952, 2.3: no name, no time, operating system unknown, so that nothing of the machine shows.
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** One gzip member (RFC 1952) of a stream that comes in blocks. */
export async function* gzip(
  blocks: AsyncIterable<Uint8Array>,
  level: Level,
): AsyncGenerator<Uint8Array> {
  yield header;
  yield* inOrder(pieces(blocks, level));
}

async function* pieces(blocks: AsyncIterable<Uint8Array>, level: Level): AsyncGenerator<Piece> {
  const engine = await deflateEngine(level);
  let crc = 0;
  let size = 0;
  async function* counted() {
    for await (const block of blocks) {
      crc = crc32(block, crc);
      size += block.length;
      yield block;
    }
  }
  // Blocks of a megabyte go to the threads of zlib: there is nothing to close.
  for await (const { deflated: bytes } of deflateBlocks(counted(), engine)) {
    yield { bytes, weight: blockBytes, place: (deflated) => [deflated] };
  }
  yield afterwards(() => [trailer(crc, size)]);
}

// 2.3.1: crc and size modulo 2^32 of what was compressed.
function trailer(crc: number, size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(crc, 0);
  bytes.writeUInt32LE(size % 2 ** 32, 4);
  return bytes;
}
