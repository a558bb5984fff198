import { crc32 } from 'node:zlib';
import { blockBytes } from '../archive/archive-input.js';
import type { ArchiveInput } from '../archive/archive-input.js';
import { afterwards } from '../archive/in-order.js';
import type { Piece } from '../archive/in-order.js';
import { deflateBlocks } from '../deflate/deflate-blocks.js';
import { isCompressible } from '../deflate/compressible.js';
import type { DeflateEngine } from '../deflate/engine.js';
import type { OpenDirectory, OpenEntry } from './open-directory.js';
import { dataDescriptor } from './zip-records.js';
import type { ZipEntry } from './zip-records.js';

/** An entry of several blocks: deflated as it is read, or stored when that gains nothing. */
export async function* largeEntry(
  input: ArchiveInput,
  open: OpenEntry,
  engine: DeflateEngine,
  directory: OpenDirectory,
): AsyncGenerator<Piece> {
  if (await beginsCompressible(input, engine)) {
    yield* deflatedEntry(input, open, engine, directory);
  } else {
    yield* storedEntry(input, open, directory);
  }
}

async function beginsCompressible(input: ArchiveInput, engine: DeflateEngine): Promise<boolean> {
  for await (const block of input.blocks()) return isCompressible(block, engine);
  return false;
}

// Sizes and crc follow the data (data descriptor): nothing is held back, and no byte is read twice.
async function* deflatedEntry(
  input: ArchiveInput,
  open: OpenEntry,
  engine: DeflateEngine,
  directory: OpenDirectory,
): AsyncGenerator<Piece> {
  const unknown = { method: 'deflated', crc: 0, compressedSize: 0, described: true } as const;
  let at = 0;
  let compressedSize = 0;
  let crc = 0;
  const begin = () => {
    const begun = directory.begin({ ...open, ...unknown });
    at = begun.at;
    return [begun.header];
  };
  yield afterwards(begin);
  const read = (block: Uint8Array) => {
    crc = crc32(block, crc);
  };
  for await (const { deflated: bytes } of deflateBlocks(watch(input.blocks(), read), engine)) {
    const place = (deflated: Uint8Array) => {
      compressedSize += deflated.length;
      return [directory.write(deflated)];
    };
    yield { bytes, weight: blockBytes, place };
  }
  const end = () => {
    const entry: ZipEntry = { ...open, ...unknown, crc, compressedSize };
    directory.record(entry, at);
    return [directory.write(dataDescriptor(entry))];
  };
  yield afterwards(end);
}

// A stored entry with a descriptor cannot be read as a stream (where would it end?): the crc is made first.
async function* storedEntry(
  input: ArchiveInput,
  open: OpenEntry,
  directory: OpenDirectory,
): AsyncGenerator<Piece> {
  let crc = 0;
  for await (const block of input.blocks()) crc = crc32(block, crc);
  const sizes = { crc, compressedSize: open.size, described: false };
  const entry: ZipEntry = { ...open, method: 'stored', ...sizes };
  const begin = () => {
    const { header, at } = directory.begin(entry);
    directory.record(entry, at);
    return [header];
  };
  yield afterwards(begin);
  for await (const bytes of input.blocks()) {
    yield { bytes, weight: bytes.length, place: () => [directory.write(bytes)] };
  }
}

async function* watch(
  blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  see: (block: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    see(block);
    yield block;
  }
}
