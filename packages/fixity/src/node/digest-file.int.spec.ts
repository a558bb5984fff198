import { afterEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseFolder, sha256 } from '../testing/release-folder.js';
import type { ReleaseFolder } from '../testing/release-folder.js';
import { digestFile } from './digest-file.js';

let folder: ReleaseFolder;
afterEach(() => folder.dispose());

describe('the digest of one file', () => {
  it('when md5 is asked for, it comes with size and sha256 from one pass', async () => {
    const content = Buffer.alloc(3_000_000, 'x');
    folder = await releaseFolder({ 'd/a': content });
    const md5 = createHash('md5').update(content).digest('hex');
    expect(await digestFile(folder.root, './d/a', { md5: true })).toEqual({
      path: 'd/a',
      size: 3_000_000,
      sha256: sha256(content),
      md5,
    });
    expect(await digestFile(folder.root, 'd/a')).not.toHaveProperty('md5');
  });

  it('when the file is empty, missing, a folder or behind a link, it says which', async () => {
    folder = await releaseFolder({ 'd/empty': '' });
    await symlink('d', join(folder.root, 'l'));
    expect(await digestFile(folder.root, 'd/empty')).toMatchObject({ size: 0, sha256: sha256('') });
    await expect(digestFile(folder.root, 'd/no')).rejects.toMatchObject({ code: 'NZ1005' });
    await expect(digestFile(folder.root, 'd/empty/x')).rejects.toMatchObject({ code: 'NZ1005' });
    await expect(digestFile(folder.root, 'd')).rejects.toMatchObject({ code: 'NZ1009' });
    await expect(digestFile(folder.root, 'l/empty')).rejects.toMatchObject({ code: 'NZ1008' });
    await expect(digestFile(folder.root, '../x')).rejects.toMatchObject({ code: 'NZ1007' });
  });
});
