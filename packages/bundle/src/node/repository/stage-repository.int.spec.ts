import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { stageRepository } from './stage-repository.js';
import type { StageRequest } from './stage-repository.js';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'stage-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const repository = () => join(base, 'repo');
function git(folder: string, ...args: string[]): string {
  const settings = ['user.name=T', 'user.email=t@example.org', 'protocol.file.allow=always'];
  return execFileSync('git', [...settings.flatMap((one) => ['-c', one]), ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), content);
}
function commit(folder: string, tag?: string): void {
  git(join(base, folder), 'add', '-A');
  git(join(base, folder), 'commit', '-q', '--no-gpg-sign', '-m', 'x');
  if (tag !== undefined) git(join(base, folder), 'tag', tag);
}
function init(folder: string): void {
  mkdirSync(join(base, folder), { recursive: true });
  git(join(base, folder), 'init', '-q');
}
const stage = (changes: Partial<StageRequest> = {}) =>
  stageRepository({
    repository: repository(),
    tag: 'v1',
    target: mkdtempSync(join(base, 'target-')),
    include: ['**'],
    exclude: [],
    submodules: true,
    ...changes,
  });
const paths = async (changes: Partial<StageRequest> = {}) =>
  (await stage(changes)).files.map(({ path }) => path);
const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');
const refused = async (changes: Partial<StageRequest> = {}) => {
  const { findings } = (await stage(changes).catch((error: unknown) => error)) as {
    findings: { code: string; place?: { file?: string } }[];
  };
  return findings.map(({ code, place }) => [code, place?.file]);
};

describe('the files of a tag', () => {
  it('when the work tree is another by now, those of the tag are written, with their mode', async () => {
    init('repo');
    write('repo/README.md', 'tagged\r\n');
    write('repo/run.sh', '#!/bin/sh\n');
    write('repo/empty', '');
    write('repo/large', 'abc'.repeat(1_000_000));
    chmodSync(join(repository(), 'run.sh'), 0o755);
    commit('repo', 'v1');
    write('repo/README.md', 'changed\n');
    const target = join(base, 'out');
    const staged = await stage({ target });
    expect(staged.commit).toBe(git(repository(), 'rev-parse', 'v1').trim());
    expect(staged.files).toContainEqual({
      path: 'README.md',
      size: 8,
      sha256: sha256('tagged\r\n'),
    });
    expect(readdirSync(target).sort()).toEqual(['README.md', 'empty', 'large', 'run.sh']);
    expect(readFileSync(join(target, 'README.md'), 'utf8')).toBe('tagged\r\n');
    expect(statSync(join(target, 'run.sh')).mode & 0o100).toBe(0o100);
    expect(statSync(join(target, 'large')).size).toBe(3_000_000);
  });

  it('when git keeps files out of exports, they stay out, unless everything is wanted', async () => {
    init('repo');
    write(
      'repo/.gitattributes',
      'tests/ export-ignore\n*.secret export-ignore\nv.txt export-subst\n',
    );
    write('repo/tests/a/b.txt', 'x');
    write('repo/x.secret', 'x');
    write('repo/v.txt', '$Format:%H$');
    commit('repo', 'v1');
    // What the work tree says by now does not count.
    write('repo/.gitattributes', '');
    const { files, notes } = await stage();
    expect(files.map(({ path }) => path)).toEqual(['.gitattributes', 'v.txt']);
    expect(notes.map(({ code, place }) => [code, place?.file])).toEqual([['NZ4026', 'v.txt']]);
    expect(await paths({ everything: true })).toContain('tests/a/b.txt');
  });

  it('when files are chosen, only these are written; when none is, that is told', async () => {
    init('repo');
    for (const path of ['src/a.c', 'src/b.o', 'LICENSE']) write(`repo/${path}`, 'x');
    commit('repo', 'v1');
    expect(await paths({ include: ['src/**', 'LICENSE'], exclude: ['**/*.o'] })).toEqual([
      'LICENSE',
      'src/a.c',
    ]);
    expect(await refused({ include: ['lib/**'] })).toEqual([['NZ4024', undefined]]);
  });

  it('when the tag is not there or is no name of a tag, that is told', async () => {
    init('repo');
    write('repo/a', 'x');
    commit('repo', 'v1');
    for (const tag of ['v2', '--all', 'v1^{tree}', 'a b', '../heads/main']) {
      expect(await refused({ tag })).toEqual([['NZ4015', undefined]]);
    }
    expect(await refused({ repository: base })).toEqual([['NZ4015', undefined]]);
  });
});

describe('a link at the tag', () => {
  it('when it leads to a file, the file is written in its place; when it leads out, it is told', async () => {
    init('repo');
    write('repo/a.txt', 'content');
    symlinkSync('a.txt', join(repository(), 'b.txt'));
    commit('repo', 'v1');
    const target = join(base, 'out');
    const { notes } = await stage({ target });
    expect(readFileSync(join(target, 'b.txt'), 'utf8')).toBe('content');
    expect(notes.map(({ code, severity }) => [code, severity])).toEqual([['NZ4025', 'note']]);
    symlinkSync('/etc/hostname', join(repository(), 'out'));
    commit('repo', 'v2');
    expect(await refused({ tag: 'v2' })).toEqual([['NZ4022', 'out']]);
    expect(await paths({ tag: 'v2', exclude: ['out'] })).toEqual(['a.txt', 'b.txt']);
  });
});

describe('a file in Git LFS', () => {
  const content = 'large and binary';
  const oid = sha256(content);
  const place = `repo/.git/lfs/objects/${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid}`;
  beforeEach(() => {
    init('repo');
    const size = content.length;
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${size}\n`;
    write('repo/data.bin', pointer);
    commit('repo', 'v1');
  });

  it('when this clone holds the object, it stands in the place of its pointer', async () => {
    write(place, content);
    const { files } = await stage();
    expect(files).toEqual([{ path: 'data.bin', size: content.length, sha256: oid }]);
  });

  it('when the object is missing or damaged, that is told by name', async () => {
    expect(await refused()).toEqual([['NZ4021', 'data.bin']]);
    write(place, 'large and wrong!');
    expect(await refused()).toEqual([['NZ4021', 'data.bin']]);
  });
});

describe('submodules', () => {
  beforeEach(() => {
    for (const name of ['inner', 'lib', 'repo']) init(name);
    write('inner/deep.c', 'deep');
    commit('inner');
    write('lib/lib.c', 'lib');
    git(join(base, 'lib'), 'submodule', '--quiet', 'add', join(base, 'inner'), 'inner');
    commit('lib');
    write('repo/main.c', 'main');
    git(repository(), 'submodule', '--quiet', 'add', join(base, 'lib'), 'vendor/lib');
    commit('repo', 'v1');
  });

  it('when this clone holds them, their files are written, however deep they lie', async () => {
    expect(await refused()).toEqual([['NZ4020', 'vendor/lib/inner']]);
    git(repository(), 'submodule', '--quiet', 'update', '--init', '--recursive');
    const all = [
      '.gitmodules',
      'main.c',
      'vendor/lib/.gitmodules',
      'vendor/lib/inner/deep.c',
      'vendor/lib/lib.c',
    ];
    expect(await paths()).toEqual(all);
    // The objects are enough; the work trees of the submodules need not be there.
    git(repository(), 'submodule', '--quiet', 'deinit', '--all', '--force');
    expect(await paths()).toEqual(all);
  });

  it('when they are not wanted, nothing is asked of them', async () => {
    expect(await paths({ submodules: false })).toEqual(['.gitmodules', 'main.c']);
    expect(await paths({ exclude: ['vendor/lib/inner/**'] })).toContain('vendor/lib/lib.c');
  });
});
