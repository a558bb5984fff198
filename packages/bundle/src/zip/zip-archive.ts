import { blockBytes } from '../archive/archive-input.js';
import type { ArchiveInput, ArchiveSettings } from '../archive/archive-input.js';
import { afterwards, inOrder } from '../archive/in-order.js';
import type { Piece } from '../archive/in-order.js';
import { deflateEngine, smallStream } from '../deflate/engine.js';
import type { DeflateEngine } from '../deflate/engine.js';
import { largeEntry } from './large-entry.js';
import { openDirectory } from './open-directory.js';
import { smallEntry } from './small-entry.js';

/**
 * The bytes of a ZIP file with these entries in this order. The same inputs and settings give the same bytes on
 * every machine: fixed times, modes and flags, no extra fields but Zip64 where it is needed, and deflate whose
 * output does not depend on the zlib at hand. Memory does not grow with the size of a file.
 */
export async function* zipArchive(
  inputs: readonly ArchiveInput[],
  settings: ArchiveSettings,
): AsyncGenerator<Uint8Array> {
  const small = inputs.filter(({ size }) => size < smallStream);
  const smallBytes = small.reduce((sum, { size }) => sum + size, 0);
  const engine = await deflateEngine(settings.level, smallBytes);
  try {
    yield* inOrder(zipPieces(inputs, settings, engine));
  } finally {
    await engine.close();
  }
}

async function* zipPieces(
  inputs: Iterable<ArchiveInput>,
  { modifiedAt }: ArchiveSettings,
  engine: DeflateEngine,
): AsyncGenerator<Piece> {
  const directory = openDirectory();
  for (const input of inputs) {
    const { name, size, executable } = input;
    const open = { name, size, executable, modifiedAt };
    if (size <= blockBytes) yield await smallEntry(input, open, engine, directory);
    else yield* largeEntry(input, open, engine, directory);
  }
  yield afterwards(() => [directory.end()]);
}
