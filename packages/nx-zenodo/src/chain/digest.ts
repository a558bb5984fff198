import { createHash } from 'node:crypto';
import type { ChecksumEntry } from '@nx-zenodo/fixity';

/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hex digits. */
export function sha256Text(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Digest of bytes that come in pieces, lower-case hex. */
export async function digestPieces(
  pieces: AsyncIterable<Uint8Array>,
  algorithm: ChecksumEntry['algorithm'] = 'sha256',
): Promise<string> {
  const hash = createHash(algorithm);
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
