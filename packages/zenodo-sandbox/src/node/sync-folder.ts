import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the name of a file in its folder durable. Windows has no such thing to sync. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
