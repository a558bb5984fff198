import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { followLinks } from './follow-links.js';
import { lfsObjectPath, parseLfsPointer } from './lfs-object.js';
import { parseTree } from './parse-tree.js';
import type { SourceFile } from './source-file.js';
import { parseSubmoduleNames } from './submodule-names.js';

const object = 'a'.repeat(40);

describe('the listing of a tree', () => {
  it('when it has files, links and submodules, each is told with its place', () => {
    const lines = [
      `100644 blob ${object}       3\tREADME.md`,
      `100755 blob ${object}     120\tbin/a\tb\nc`,
      `120000 blob ${object}       9\tlink`,
      `160000 commit ${object}       -\tvendor/lib`,
    ];
    const { files, submodules } = parseTree(`${lines.join('\0')}\0`, '/repo', 'outer/');
    const common = { object, gitFolder: '/repo' };
    expect(files).toEqual([
      { ...common, path: 'outer/README.md', kind: 'file', executable: false, size: 3 },
      { ...common, path: 'outer/bin/a\tb\nc', kind: 'file', executable: true, size: 120 },
      { ...common, path: 'outer/link', kind: 'link', executable: false, size: 9 },
    ]);
    expect(submodules).toEqual([{ path: 'outer/vendor/lib', commit: object }]);
  });
});

describe('the names of submodules', () => {
  it('when a name leads out of the repository, it is left out', () => {
    const entries = [
      'submodule.lib.path\nvendor/lib',
      'submodule.lib.url\nhttps://example.org/lib',
      'submodule.a.b/c.path\nvendor/abc',
      'submodule.../../x.path\nvendor/x',
      'submodule./etc.path\nvendor/y',
    ];
    expect([...parseSubmoduleNames(`${entries.join('\0')}\0`)]).toEqual([
      ['vendor/lib', 'lib'],
      ['vendor/abc', 'a.b/c'],
    ]);
  });
});

describe('a pointer of Git LFS', () => {
  it('when it is one, it names the object; any other text is none', () => {
    const sha256 = `ab12${'0'.repeat(60)}`;
    const text = `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize 12345\n`;
    expect(parseLfsPointer(text)).toEqual({ sha256, size: 12345 });
    expect(lfsObjectPath({ sha256, size: 1 })).toBe(`objects/ab/12/${sha256}`);
    expect(parseLfsPointer(`${text.replace('sha256:ab', 'sha256:../')}`)).toBeNull();
    fc.assert(fc.property(fc.string(), (any) => parseLfsPointer(any) === null));
  });
});

const entry = (path: string, kind: 'file' | 'link' = 'file'): SourceFile => ({
  path,
  kind,
  executable: false,
  object: path,
  size: 1,
  gitFolder: '/repo',
});

function follow(files: readonly string[], links: Readonly<Record<string, string>>, wanted = /./) {
  const all = [
    ...files.map((path) => entry(path)),
    ...Object.keys(links).map((path) => entry(path, 'link')),
  ];
  const { files: found, findings } = followLinks(all, new Map(Object.entries(links)), (path) =>
    wanted.test(path),
  );
  const named = found.map((file) => [file.path, file.object]);
  return { named, told: findings.map(({ code, place, message }) => [code, place?.file, message]) };
}

describe('links', () => {
  it('when they lead to files and folders of the tree, these stand in their place', () => {
    const files = ['a/x', 'a/b/y', 'z'];
    const links = { 'docs/x': '../a/x', 'docs/all': '../a/', 'a/b/up': '../../z', again: 'docs/x' };
    const { named, told } = follow(files, links);
    expect(told).toEqual([]);
    expect(named).toEqual([
      ['a/x', 'a/x'],
      ['a/b/y', 'a/b/y'],
      ['z', 'z'],
      ['docs/x', 'a/x'],
      ['docs/all/x', 'a/x'],
      ['docs/all/b/y', 'a/b/y'],
      ['docs/all/b/up', 'z'],
      ['a/b/up', 'z'],
      ['again', 'a/x'],
    ]);
  });

  it('when a link stands on the way of another, the way goes through it', () => {
    expect(follow(['real/x'], { short: 'real', far: 'short/x' }).named).toContainEqual([
      'far',
      'real/x',
    ]);
  });

  it.each([
    ['/etc/passwd', /out of the repository/],
    ['../../x', /out of the repository/],
    ['nothing', /nothing that the tag holds/],
    ['link', /in a circle/],
    ['.', /folder that holds it/],
    ['../a', /folder that holds it/],
  ])('when one leads to %s, it is told by name', (target, why) => {
    const { told } = follow(['a/x'], { 'a/link': target });
    expect(told).toEqual([['NZ4022', 'a/link', expect.stringMatching(why)]]);
  });

  it('when a broken one is not wanted, nothing is told of it', () => {
    expect(follow(['a/x'], { 'b/link': 'nothing' }, /^a\//)).toEqual({
      named: [['a/x', 'a/x']],
      told: [],
    });
  });
});
