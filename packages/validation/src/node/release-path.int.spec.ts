import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkRelative, resolveRegularFile } from './release-path.js';

let top: string;
let root: string;
beforeEach(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'release-path-')));
  root = join(top, 'release');
  await mkdir(join(root, 'd'), { recursive: true });
  await writeFile(join(root, 'd/a.json'), '{}');
  await writeFile(join(top, 'secret.json'), '{}');
});
afterEach(() => rm(top, { recursive: true }));

const refusal = (path: string) =>
  resolveRegularFile(root, path).then(
    (found) => found,
    (error: { code: string; message: string }) => `${error.code} ${error.message}`,
  );

describe('a path that a check names', () => {
  it.each(['../secret.json', 'd/../../secret.json', '/etc/passwd', 'C:/x', 'c:x', 'a\\b', 'a\0b'])(
    'when it is %j, it is refused before anything is read, as a glob too',
    async (path) => {
      expect(await refusal(path)).toContain('NZ2204');
      expect(() => checkRelative(`${path}*`)).toThrow('NZ2204');
    },
  );

  it.each(['..a', 'a..', 'd..d/a', 'at 12:30.json'])('when it is %j, it may be', (path) => {
    expect(() => checkRelative(path)).not.toThrow();
  });

  it('when a link leads out, to a file, a folder above it or the root above, nothing is read', async () => {
    await symlink('../../secret.json', join(root, 'd/link.json'));
    await symlink('..', join(root, 'up'));
    await symlink(join(top, 'secret.json'), join(root, 'absolute.json'));
    for (const path of ['d/link.json', 'up/secret.json', 'up', 'absolute.json']) {
      expect(await refusal(path)).toContain('leads out of the release root');
    }
  });

  it('when a link leads to a file inside, that file is read', async () => {
    await mkdir(join(root, '..d'));
    await writeFile(join(root, '..d/b.json'), '{}');
    await symlink('../..d/b.json', join(root, 'd/link.json'));
    await symlink(root, join(top, 'elsewhere'));
    expect(await refusal('d/link.json')).toBe(join(root, '..d/b.json'));
    expect(await resolveRegularFile(join(top, 'elsewhere'), 'd/a.json')).toBe(
      join(root, 'd/a.json'),
    );
  });

  it('when nothing is there, that is told; when it is no file, that is', async () => {
    for (const path of ['gone', 'd/gone/x', 'd/a.json/x']) {
      expect(await refusal(path)).toContain('NZ2203');
    }
    expect(await refusal('d')).toContain('no regular file');
  });
});
