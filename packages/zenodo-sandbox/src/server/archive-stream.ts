import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import type { ArchiveFile } from '../http/response.js';

/** A zip whose members are stored, not deflated (contract C.2). */
export function archiveStream(
  files: readonly ArchiveFile[],
  read: (id: string) => Readable,
): Readable {
  const out = new PassThrough();
  pack(files, read, out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return out;
}

async function pack(
  files: readonly ArchiveFile[],
  read: (id: string) => Readable,
  out: PassThrough,
): Promise<void> {
  // Loaded when it is needed: it takes longer to load than the server to start.
  const { ZipArchive } = await import('archiver');
  const archive = new ZipArchive({ store: true });
  archive.on('error', (error: Error) => out.destroy(error));
  archive.pipe(out);
  for (const { key, content } of files) archive.append(read(content.id), { name: key });
  await archive.finalize();
}
