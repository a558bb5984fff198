import { blockBytes } from '../archive/archive-input.js';
import type { ArchiveInput, ArchiveSettings } from '../archive/archive-input.js';
import { inOrder, nothing } from '../archive/in-order.js';
import type { Piece } from '../archive/in-order.js';
import { deflateEngine } from '../deflate/engine.js';
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
  inputs: Iterable<ArchiveInput>,
  settings: ArchiveSettings,
): AsyncGenerator<Uint8Array> {
  yield* inOrder(zipPieces(inputs, settings, await deflateEngine(settings.level)));
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
    const pieces = size <= blockBytes ? smallEntry : largeEntry;
    yield* pieces(input, open, engine, directory);
  }
  yield { bytes: nothing, place: () => [directory.end()] };
}
