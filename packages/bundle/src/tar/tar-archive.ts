import type { Pack } from 'tar-stream';
import { blockBytes, inBlocks } from '../archive/archive-input.js';
import type { ArchiveInput, ArchiveSettings } from '../archive/archive-input.js';
import { gzip } from './gzip.js';

/**
 * The bytes of a gzip-compressed tar file (POSIX.1-2001: ustar, with pax headers where a name or size needs
 * them) with these entries in this order. No owner, fixed times and modes: the same inputs and settings give
 * the same bytes on every machine. Memory does not grow with the size of a file.
 */
export async function* tarGzArchive(
  inputs: Iterable<ArchiveInput>,
  settings: ArchiveSettings,
): AsyncGenerator<Uint8Array> {
  yield* gzip(inBlocks(tarStream(inputs, settings.modifiedAt)), settings.level);
}

async function* tarStream(
  inputs: Iterable<ArchiveInput>,
  modifiedAt: number,
): AsyncGenerator<Uint8Array> {
  const { pack } = await import('tar-stream');
  const tar = pack({ highWaterMark: blockBytes });
  const feeding = feed(tar, inputs, new Date(modifiedAt * 1000)).catch((error: Error) => {
    tar.destroy(error);
    throw error;
  });
  // The reader below tells of it; until then it must not end the process.
  feeding.catch(() => undefined);
  for await (const chunk of tar) yield chunk as Uint8Array;
  await feeding;
}

async function feed(tar: Pack, inputs: Iterable<ArchiveInput>, mtime: Date): Promise<void> {
  for (const input of inputs) {
    const header = {
      name: input.name,
      size: input.size,
      mode: input.executable ? 0o755 : 0o644,
      mtime,
      type: 'file',
      uid: 0,
      gid: 0,
      uname: '',
      gname: '',
    } as const;
    await new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null) => (error ? reject(error) : resolve());
      const entry = tar.entry(header, done);
      // It is told through `done`; without a listener it would end the process.
      entry.on('error', reject);
      write(entry, input).catch(reject);
    });
  }
  tar.finalize();
}

async function write(entry: ReturnType<Pack['entry']>, input: ArchiveInput): Promise<void> {
  for await (const block of input.blocks()) {
    if (entry.write(block)) continue;
    await new Promise<void>((resolve) => entry.once('drain', () => resolve()));
  }
  entry.end(null);
}
