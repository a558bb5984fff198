import { symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { releaseFolder } from '../testing/release-folder.js';
import type { ReleaseFolder } from '../testing/release-folder.js';
import { resolveInside, resolveRoot } from './resolve-inside.js';

let folder: ReleaseFolder;
beforeEach(async () => {
  folder = await releaseFolder({ 'd/a': 'a', file: 'x' });
});
afterEach(() => folder.dispose());

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    (value) => value,
    (error: { code: string; message: string }) => [error.code, error.message],
  );

describe('a path below the release root', () => {
  it.each([
    ['../x', 'NZ1007', 'climbs'],
    ['/etc/passwd', 'NZ1007', 'is absolute'],
    ['C:/x', 'NZ1007', 'drive letter'],
    ['a\0b', 'NZ1007', 'NUL'],
    ['', 'NZ1007', 'names no file'],
    ['e\u0301', 'NZ1014', 'normalisation form'],
  ])('when it is %j, it is refused as %s and told why', async (path, code, why) => {
    const refused = await refusal(resolveInside(folder.root, path));
    expect(refused).toEqual([code, expect.stringContaining(why)]);
  });

  it('when a link stands anywhere on its way, that link is named', async () => {
    await symlink('/etc', join(folder.root, 'd/out'));
    for (const path of ['d/out', 'd/out/passwd', 'd/out/no/such']) {
      const refused = await refusal(resolveInside(folder.root, path));
      expect(refused).toEqual(['NZ1008', expect.stringContaining('"d/out"')]);
    }
  });

  it('when it is not there yet, it can be written; when it cannot be looked at, it is told', async () => {
    expect(await resolveInside(folder.root, './d//a')).toBe(join(folder.root, 'd/a'));
    expect(await resolveInside(folder.root, 'new/x')).toBe(join(folder.root, 'new/x'));
    const endless = 'x'.repeat(300);
    const refused = await refusal(resolveInside(folder.root, `d/${endless}`));
    expect(refused).toEqual(['NZ1016', expect.stringContaining('ENAMETOOLONG')]);
  });
});

describe('the release root', () => {
  it('when it lies behind a link, the folder behind it counts', async () => {
    const outside = await releaseFolder();
    await symlink(folder.root, join(outside.root, 'link'));
    expect(await resolveRoot(join(outside.root, 'link'))).toBe(folder.root);
    const inside = await resolveInside(join(outside.root, 'link'), 'd/a');
    expect(inside).toBe(join(folder.root, 'd/a'));
    await outside.dispose();
  });

  it('when it is relative, a file, or not there, it is none', async () => {
    const roots = [relative(process.cwd(), folder.root), '', '.', 'file', 'gone'].map((root) =>
      ['file', 'gone'].includes(root) ? join(folder.root, root) : root,
    );
    for (const root of roots) {
      const codes = [await refusal(resolveRoot(root)), await refusal(resolveInside(root, 'd/a'))];
      expect(codes).toEqual([
        ['NZ1019', expect.anything()],
        ['NZ1019', expect.anything()],
      ]);
    }
  });
});
