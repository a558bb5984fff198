import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { sha256 } from '../testing/release-store.js';
import { readAssetFile } from './asset-file.js';

it('when a file is read as an asset, its digest is known and its bytes can be read more than once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'forge-'));
  const bytes = Buffer.alloc(2_500_000, 7);
  await writeFile(join(folder, 'a.bin'), bytes);
  const asset = await readAssetFile(join(folder, 'a.bin'));
  expect(asset).toMatchObject({ name: 'a.bin', size: bytes.byteLength, sha256: sha256(bytes) });
  for (let time = 0; time < 2; time += 1) {
    const pieces: Uint8Array[] = [];
    for await (const piece of asset.open()) pieces.push(piece);
    expect(sha256(Buffer.concat(pieces))).toBe(asset.sha256);
  }
  await rm(folder, { recursive: true });
});
