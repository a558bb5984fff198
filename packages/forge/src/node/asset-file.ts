import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { AssetSource } from '../forge.js';
import { digestPieces } from './digest-pieces.js';

const pieceBytes = 1024 * 1024;

/** A file on disk as an asset: digested once here, read again when it is sent. */
export async function readAssetFile(
  path: string,
  asset: { readonly name?: string; readonly mediaType?: string } = {},
): Promise<AssetSource> {
  const open = () =>
    createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Uint8Array>;
  const { sha256, size } = await digestPieces(open());
  return {
    name: asset.name ?? basename(path),
    mediaType: asset.mediaType ?? 'application/octet-stream',
    size,
    sha256,
    open,
  };
}
