import { crc32 } from 'node:zlib';
import type { ArchiveInput } from '../archive/archive-input.js';
import { nothing } from '../archive/in-order.js';
import type { Piece } from '../archive/in-order.js';
import { isCompressible } from '../deflate/compressible.js';
import type { DeflateEngine } from '../deflate/engine.js';
import type { OpenDirectory, OpenEntry } from './open-directory.js';

// A few bytes gain nothing worth the time; the sizes in the headers are larger.
const worthDeflating = 64;
// Handing a block to another thread costs more than compressing so little.
const worthAThread = 64 * 1024;

/** An entry of one block: its crc and sizes are known when the header is written. */
export async function* smallEntry(
  input: ArchiveInput,
  open: OpenEntry,
  engine: DeflateEngine,
  directory: OpenDirectory,
): AsyncGenerator<Piece> {
  let bytes: Uint8Array = nothing;
  for await (const block of input.blocks()) bytes = block;
  const crc = crc32(bytes);
  yield {
    bytes: deflateWhole(bytes, engine),
    place: (deflated) => {
      const smaller = deflated.length < bytes.length;
      const data = smaller ? deflated : bytes;
      const method = smaller ? 'deflated' : 'stored';
      const sizes = { crc, compressedSize: data.length, described: false };
      const entry = { ...open, method, ...sizes } as const;
      const { header, at } = directory.begin(entry);
      directory.record(entry, at);
      return [header, directory.write(data)];
    },
  };
}

function deflateWhole(bytes: Uint8Array, engine: DeflateEngine): Uint8Array | Promise<Uint8Array> {
  if (bytes.length < worthDeflating) return bytes;
  if (bytes.length < worthAThread) return engine.now({ bytes, last: true });
  return isCompressible(bytes, engine) ? engine.soon({ bytes, last: true }) : bytes;
}
