import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { FixityError } from '../findings/fixity-error.js';
import { line, releaseFolder, sha256 } from '../testing/release-folder.js';
import type { ReleaseFolder } from '../testing/release-folder.js';
import { checkFixity, verifyRelease } from './verify-release.js';

let folder: ReleaseFolder;
afterEach(() => folder.dispose());

const request = (artifacts: string[] = []) => ({
  root: folder.root,
  signature: 'S.sha256',
  artifacts,
});
const codes = async (artifacts: string[] = []) =>
  (await checkFixity(request(artifacts))).findings.map((finding) => finding.code);

describe('a release that is what was signed', () => {
  it('when every byte agrees, it gives the proved files in order', async () => {
    const list = line('b.md', 'b') + line('a.md', 'a');
    folder = await releaseFolder({ 'a.md': 'a', 'b.md': 'b', 'S.sha256': list });
    expect(await verifyRelease(request(['a.md', './b.md', 'S.sha256']))).toEqual({
      schemaVersion: 1,
      signature: { path: 'S.sha256', size: list.length, sha256: sha256(list), entries: 2 },
      files: [
        { path: 'a.md', size: 1, sha256: sha256('a') },
        { path: 'b.md', size: 1, sha256: sha256('b') },
      ],
    });
  });

  it('when two lines agree, it warns and still proves', async () => {
    folder = await releaseFolder({ a: 'a', 'S.sha256': line('a', 'a') + line('./a', 'a') });
    const { findings, release } = await checkFixity(request());
    expect(findings).toMatchObject([{ code: 'NZ1011', severity: 'warning' }]);
    expect(release?.signature.entries).toBe(1);
  });

  it('when an artifact is generated after the freeze, it may be excepted by name', async () => {
    folder = await releaseFolder({ a: 'a', 'S.sha256': line('a', 'a') });
    const release = await verifyRelease({ ...request(['M.json']), allowUncovered: ['M.json'] });
    expect(release.files).toHaveLength(1);
  });
});

describe('a release that is not what was signed', () => {
  it('when many things are wrong, it names every one of them in one run', async () => {
    const list = [
      line('gone', 'x'),
      line('edited', 'before'),
      line('link', 'x'),
      line('linked/file', 'x'),
      line('folder', 'x'),
      line('../outside', 'x'),
      line('twice', '1'),
      line('twice', '2'),
      'no digest here\n',
    ];
    folder = await releaseFolder({
      edited: 'after',
      twice: '1',
      'real/file': 'x',
      extra: 'x',
      'S.sha256': list.join(''),
    });
    await mkdir(join(folder.root, 'folder'));
    await symlink('edited', join(folder.root, 'link'));
    await symlink('real', join(folder.root, 'linked'));
    const failure = await verifyRelease(request(['extra'])).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FixityError);
    const found = (failure as FixityError).findings.map(({ code }) => code).sort();
    expect(found).toEqual([
      'NZ1004',
      'NZ1005',
      'NZ1006',
      'NZ1007',
      'NZ1008',
      'NZ1008',
      'NZ1009',
      'NZ1010',
      'NZ1012',
    ]);
  });

  it('when the signature has comments and bare names only, it proves nothing and says so', async () => {
    folder = await releaseFolder({ a: 'a', 'S.sha256': '# files\n# a\n' });
    expect(await codes(['a'])).toEqual(['NZ1003', 'NZ1010']);
  });

  it('when the signature is missing, a folder, a link or outside, it is told apart', async () => {
    folder = await releaseFolder({ a: 'a' });
    expect(await codes()).toEqual(['NZ1001']);
    await symlink('a', join(folder.root, 'S.sha256'));
    expect(await codes()).toEqual(['NZ1002']);
    const outside = await checkFixity({ ...request(), signature: '../S.sha256' });
    expect(outside.findings).toMatchObject([{ code: 'NZ1007' }]);
    const relative = await checkFixity({ ...request(), root: 'relative' });
    expect(relative.findings).toMatchObject([{ code: 'NZ1019' }]);
  });
});
