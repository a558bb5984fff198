import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { blockBytes } from '../archive/archive-input.js';
import type { ArchiveInput } from '../archive/archive-input.js';
import type { ArchiveRecipe } from '../bundle.js';
import { tarGzArchive } from '../tar/tar-archive.js';
import { zipArchive } from '../zip/zip-archive.js';

/** Size in bytes and digests of what was written. */
export interface Written {
  readonly size: number;
  readonly sha256: string;
  readonly md5: string;
}

/** The bytes of an archive by its recipe. */
export function archiveBytes(
  recipe: ArchiveRecipe,
  inputs: readonly ArchiveInput[],
): AsyncIterable<Uint8Array> {
  return recipe.format === 'zip' ? zipArchive(inputs, recipe) : tarGzArchive(inputs, recipe);
}

/** Writes a file whole or not at all: a temporary file beside it, synchronised, then renamed. */
export async function writeWhole(
  target: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Written> {
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${randomUUID()}.tmp`;
  const file = await open(temporary, 'wx');
  try {
    const written = await digestChunks(chunks, (batch) => writeAll(file, batch));
    await file.sync();
    await file.close();
    await rename(temporary, target);
    return written;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Digests a stream of bytes, and hands it on in large batches: a call for each header would be slow. */
export async function digestChunks(
  chunks: AsyncIterable<Uint8Array>,
  handOn: (batch: Uint8Array) => Promise<void> = async () => undefined,
): Promise<Written> {
  const [sha256, md5] = [createHash('sha256'), createHash('md5')];
  let size = 0;
  let held: Uint8Array[] = [];
  let length = 0;
  const flush = async () => {
    const batch = Buffer.concat(held, length);
    held = [];
    length = 0;
    sha256.update(batch);
    md5.update(batch);
    size += batch.length;
    await handOn(batch);
  };
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length >= blockBytes) await flush();
  }
  await flush();
  return { size, sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}

async function writeAll(file: FileHandle, batch: Uint8Array): Promise<void> {
  for (let at = 0; at < batch.length;) {
    const { bytesWritten } = await file.write(batch, at);
    at += bytesWritten;
  }
}
