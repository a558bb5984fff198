import { crc32 } from 'node:zlib';
import type { ArchiveInput } from '../archive/archive-input.js';
import type { Piece } from '../archive/in-order.js';
import { isCompressible } from '../deflate/compressible.js';
import type { DeflateEngine } from '../deflate/engine.js';
import type { OpenDirectory, OpenEntry } from './open-directory.js';

// A few bytes gain nothing worth the time; the sizes in the headers are larger.
const worthDeflating = 64;
// From here on a sample tells cheaply whether the whole is worth it.
const worthASample = 64 * 1024;

/** An entry of one block: its crc and sizes are known when the header is written. */
export async function smallEntry(
  input: ArchiveInput,
  open: OpenEntry,
  engine: DeflateEngine,
  directory: OpenDirectory,
): Promise<Piece> {
  const bytes = await onlyBlock(input);
  const crc = crc32(bytes);
  return {
    bytes: deflateWhole(bytes, engine),
    weight: 2 * bytes.length,
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

// A plain loop where the blocks are at hand: `for await` would wait several turns for each of thousands.
async function onlyBlock(input: ArchiveInput): Promise<Uint8Array> {
  const blocks = input.blocks();
  let bytes: Uint8Array = new Uint8Array(0);
  if (Symbol.iterator in blocks) for (const block of blocks) bytes = block;
  else for await (const block of blocks) bytes = block;
  return bytes;
}

function deflateWhole(bytes: Uint8Array, engine: DeflateEngine): Uint8Array | Promise<Uint8Array> {
  if (bytes.length < worthDeflating) return bytes;
  const worthwhile = bytes.length < worthASample || isCompressible(bytes, engine);
  return worthwhile ? engine.soon({ bytes, last: true }) : bytes;
}
