import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readReleaseIdentity } from '../index.js';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'identity-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const git = (args: string[], date = '2025-03-04T05:06:07+02:00') =>
  execFileSync(
    'git',
    [
      '-c',
      'user.name=T',
      '-c',
      'user.email=t@example.org',
      '-c',
      'tag.gpgSign=false',
      '-c',
      'commit.gpgSign=false',
      ...args,
    ],
    {
      cwd: root,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    },
  )
    .toString()
    .trim();

async function repository(): Promise<string> {
  git(['init', '-q']);
  await writeFile(join(root, 'a'), 'x');
  git(['add', 'a']);
  git(['commit', '-q', '-m', 'first']);
  return git(['rev-parse', 'HEAD']);
}

const nothing = { name: 'n', version: '1.0', tag: null, commit: null, date: null };

describe('the identity of a release', () => {
  it('when there is no repository or no such tag, nothing is claimed', async () => {
    expect(await readReleaseIdentity({ root, name: 'n', version: '1.0' })).toEqual(nothing);
    await repository();
    expect(await readReleaseIdentity({ root, name: 'n', version: '1.0' })).toEqual(nothing);
    expect(await readReleaseIdentity({ root, name: 'n', version: '1.0', tag: '-x y' })).toEqual(
      nothing,
    );
  });

  it('when the tag is lightweight, the date is that of its commit, in UTC', async () => {
    const commit = await repository();
    git(['tag', 'v1.0'], '2030-01-01T00:00:00Z');
    expect(await readReleaseIdentity({ root, name: 'n', version: '1.0' })).toEqual({
      ...nothing,
      tag: 'v1.0',
      commit,
      date: '2025-03-04T03:06:07Z',
    });
  });

  it('when the tag is annotated, the date is its own, also from a folder of the repository', async () => {
    const commit = await repository();
    git(['tag', '-a', '-m', 'm', 'final'], '2026-01-02T03:04:05Z');
    await mkdir(join(root, 'app'));
    const request = { root: join(root, 'app'), name: 'n', version: '1.0', tag: 'final' };
    expect(await readReleaseIdentity(request)).toEqual({
      ...nothing,
      tag: 'final',
      commit,
      date: '2026-01-02T03:04:05Z',
    });
  });

  it('when a branch has the name of the version, it is not taken for a tag', async () => {
    await repository();
    git(['branch', '1.0']);
    expect(await readReleaseIdentity({ root, name: 'n', version: '1.0' })).toEqual(nothing);
  });
});
