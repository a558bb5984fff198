import { blockBytes } from '../archive/archive-input.js';
import type { ArchiveInput } from '../archive/archive-input.js';

/** An archive input that lies in memory. */
export function memoryInput(name: string, bytes: Uint8Array, executable = false): ArchiveInput {
  function* blocks() {
    for (let at = 0; at < bytes.length; at += blockBytes) yield bytes.subarray(at, at + blockBytes);
  }
  return { name, size: bytes.length, executable, blocks };
}

/** All the bytes of an archive. */
export async function allBytes(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
