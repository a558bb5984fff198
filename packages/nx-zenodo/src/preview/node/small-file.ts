import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_SOURCE_BYTES } from '@nx-zenodo/metadata';

/** Bytes of a file below the root, up to the size to which metadata files are read; null where it cannot be read. */
export async function readSmallFile(root: string, path: string): Promise<Buffer | null> {
  try {
    const entry = await stat(join(root, path));
    // To open a named pipe would wait for its writer.
    if (!entry.isFile()) return null;
    return entry.size > MAX_SOURCE_BYTES ? null : await readFile(join(root, path));
  } catch {
    return null;
  }
}

/** The same as text. */
export async function readSmallText(root: string, path: string): Promise<string | null> {
  return (await readSmallFile(root, path))?.toString('utf8') ?? null;
}
