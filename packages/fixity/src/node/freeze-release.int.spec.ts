import { afterEach, describe, expect, it } from '@jest/globals';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { line, releaseFolder, sha256 } from '../testing/release-folder.js';
import type { ReleaseFolder } from '../testing/release-folder.js';
import { freezeRelease } from './freeze-release.js';
import { verifyRelease } from './verify-release.js';

let folder: ReleaseFolder;
afterEach(() => folder.dispose());

const freeze = (more: { include?: string[]; exclude?: string[] } = {}) =>
  freezeRelease({ root: folder.root, include: ['**/*'], signature: 'S.sha256', ...more });

describe('freezing a release', () => {
  it('when files match, it writes them sorted, without the signature itself and without .git', async () => {
    folder = await releaseFolder({
      'b/z': '2',
      a: '1',
      '.dot': '3',
      '.git/HEAD': 'x',
      'c.tmp': '',
    });
    const outcome = await freeze({ exclude: ['*.tmp'] });
    const list = line('.dot', '3') + line('a', '1') + line('b/z', '2');
    expect(await readFile(join(folder.root, 'S.sha256'), 'utf8')).toBe(list);
    expect(outcome).toEqual({
      added: ['.dot', 'a', 'b/z'],
      removed: [],
      changed: [],
      unchanged: [],
      signature: { path: 'S.sha256', size: list.length, sha256: sha256(list), entries: 3 },
    });
  });

  it('when it is done again, it says what was added, removed, changed and kept, and verifies', async () => {
    folder = await releaseFolder({
      kept: 'k',
      edited: 'new',
      fresh: 'f',
      'S.sha256': line('kept', 'k') + line('edited', 'old') + line('gone', 'g'),
    });
    expect(await freeze()).toMatchObject({
      added: ['fresh'],
      removed: ['gone'],
      changed: ['edited'],
      unchanged: ['kept'],
    });
    const release = await verifyRelease({
      root: folder.root,
      signature: 'S.sha256',
      artifacts: ['kept', 'edited', 'fresh'],
    });
    expect(release.files).toHaveLength(3);
  });

  it('when a link matches, it refuses by name and writes nothing', async () => {
    folder = await releaseFolder({ a: '1' });
    await symlink('a', join(folder.root, 'link'));
    await symlink('/', join(folder.root, 'linked-folder'));
    await expect(freeze({ include: ['**/*'] })).rejects.toMatchObject({
      findings: [
        { code: 'NZ1008', place: { file: 'link' } },
        { code: 'NZ1008', place: { file: 'linked-folder' } },
      ],
    });
    await expect(freeze({ include: ['a', 'linked-folder/*.md'] })).rejects.toMatchObject({
      findings: [{ code: 'NZ1008', place: { file: 'linked-folder' } }],
    });
    await expect(readFile(join(folder.root, 'S.sha256'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('when nothing matches, it refuses: an empty signature proves nothing', async () => {
    folder = await releaseFolder({ a: '1' });
    await expect(freeze({ include: ['b/*'] })).rejects.toMatchObject({ code: 'NZ1030' });
  });
});
