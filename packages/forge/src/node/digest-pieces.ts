import { createHash } from 'node:crypto';
import type { AssetDigest } from '../forge.js';

/** SHA-256 and size of bytes that come in pieces. */
export async function digestPieces(pieces: AsyncIterable<Uint8Array>): Promise<AssetDigest> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    size += piece.byteLength;
  }
  return { sha256: hash.digest('hex'), size };
}
