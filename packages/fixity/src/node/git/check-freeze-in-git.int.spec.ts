import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commitAll, git, tagAll } from '../../testing/git-folder.js';
import { line, releaseFolder } from '../../testing/release-folder.js';
import type { ReleaseFolder } from '../../testing/release-folder.js';
import { freezeRelease } from '../freeze-release.js';
import { checkFreezeInGit } from './check-freeze-in-git.js';
import type { GitFreezeRequest } from './check-freeze-in-git.js';

let folder: ReleaseFolder;
let release: string;
beforeEach(async () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12345\n';
  folder = await releaseFolder({
    'pkg/a.md': 'a',
    'pkg/data.bin': pointer,
    'pkg/S.sha256': line('a.md', 'a'),
    'other/b.md': 'b',
  });
  release = join(folder.root, 'pkg');
});
afterEach(() => folder.dispose());

const check = (more: Partial<GitFreezeRequest> = {}) =>
  checkFreezeInGit({ root: release, signature: 'S.sha256', tag: 'v1', mode: 'strict', ...more });
const codes = async (more: Partial<GitFreezeRequest> = {}) =>
  (await check(more)).findings.map(({ code }) => code);

describe('a freeze that is held in git', () => {
  it('when HEAD is the tag and every listed file stands there, it finds nothing', async () => {
    const commit = tagAll(folder.root);
    expect(await check()).toEqual({ findings: [], commit });
  });

  it('when HEAD went on, strict refuses, and the allow list says which files may differ', async () => {
    tagAll(folder.root);
    await folder.write('other/b.md', 'later');
    await folder.write('pkg/notes.md', 'new');
    commitAll(folder.root);
    expect(await codes()).toEqual(['NZ1042']);
    expect(await check({ mode: 'allow-listed', allowed: ['pkg/*.md'] })).toMatchObject({
      findings: [{ code: 'NZ1043', message: expect.stringContaining('other/b.md') }],
    });
    expect(await codes({ mode: 'allow-listed', allowed: ['pkg/*.md', 'other/**'] })).toEqual([]);
  });

  it('when list and tag differ, it names the changed file, the missing file, the LFS pointer', async () => {
    tagAll(folder.root);
    const list = line('a.md', 'changed') + line('new.md', 'n') + line('data.bin', 'x');
    await folder.write('pkg/S.sha256', list);
    const { findings } = await check();
    expect(findings.map(({ code, place }) => [code, place?.file])).toEqual([
      ['NZ1049', 'new.md'],
      ['NZ1044', 'S.sha256'],
      ['NZ1044', 'a.md'],
      ['NZ1045', 'data.bin'],
    ]);
  });

  it('when there is no tag, or no repository, it says so', async () => {
    expect(await codes()).toEqual(['NZ1040']);
    tagAll(folder.root);
    expect(await codes({ tag: 'v2' })).toEqual(['NZ1041']);
    expect(await codes({ tag: '--help' })).toEqual(['NZ1041']);
  });

  it('when the freeze record names another commit or tag, is missing or no record, it says so', async () => {
    const commit = tagAll(folder.root);
    const record = async (text: string) => {
      await folder.write('pkg/FINAL_FREEZE.json', text);
      return codes({ freezeRecord: 'FINAL_FREEZE.json' });
    };
    expect(await codes({ freezeRecord: 'FINAL_FREEZE.json' })).toEqual(['NZ1048']);
    expect(await record(JSON.stringify({ tag: 'v1', commit }))).toEqual([]);
    expect(await record(JSON.stringify({ tag: 'v2', commit: commit.slice(0, 7) }))).toEqual([
      'NZ1046',
      'NZ1046',
    ]);
    expect(await record('{')).toEqual(['NZ1048']);
    expect(await record('[]')).toEqual(['NZ1048']);
  });
});

describe('a shallow clone', () => {
  it('when the tag was not fetched, it says exactly what to fetch, and works once that is done', async () => {
    tagAll(folder.root);
    await folder.write('other/b.md', 'later');
    commitAll(folder.root);
    const clone = join(folder.root, 'clone');
    git(folder.root, 'clone', '-q', '--depth=1', '--no-tags', `file://${folder.root}`, clone);
    release = join(clone, 'pkg');
    const { findings } = await check();
    expect(findings.map(({ code }) => code)).toEqual(['NZ1041']);
    const [, command = ''] = /git (.*?)\. If/.exec(findings[0]?.cure ?? '') ?? [];
    git(clone, ...command.replaceAll('"', '').split(' '));
    expect(await codes({ mode: 'allow-listed', allowed: ['other/*'] })).toEqual([]);
    await rm(clone, { recursive: true });
  });
});

describe('a signature that is committed at the freeze tag', () => {
  it('when another freeze would overwrite it, it is refused unless told to', async () => {
    tagAll(folder.root);
    const freeze = (overwrite: boolean) =>
      freezeRelease({
        root: release,
        include: ['*.md'],
        signature: 'S.sha256',
        tag: 'v1',
        overwrite,
      });
    expect(await freeze(false)).toMatchObject({ unchanged: ['a.md'] });
    await folder.write('pkg/a.md', 'changed');
    await expect(freeze(false)).rejects.toMatchObject({ code: 'NZ1031' });
    expect(await freeze(true)).toMatchObject({ changed: ['a.md'] });
  });

  it('when git refuses to say what is tagged, it is not overwritten unless told to', async () => {
    tagAll(folder.root);
    await folder.write('pkg/a.md', 'changed');
    await folder.write('.git/config', '[core');
    const request = { root: release, include: ['*.md'], signature: 'S.sha256', tag: 'v1' };
    await expect(freezeRelease(request)).rejects.toMatchObject({
      code: 'NZ1040',
      findings: [{ cure: expect.stringContaining('overwrite') }],
    });
    expect(await freezeRelease({ ...request, overwrite: true })).toMatchObject({
      changed: ['a.md'],
    });
  });
});
