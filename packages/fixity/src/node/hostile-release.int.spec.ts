import { afterEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { mostOfOneCode } from '../findings/finding-collector.js';
import { line, releaseFolder, sha256 } from '../testing/release-folder.js';
import type { ReleaseFolder } from '../testing/release-folder.js';
import { digestsOf, HashJobBuilder } from './hashing/hash-job.js';
import { RowHasher } from './hashing/thread-modules.js';
import { readInside } from './read-inside.js';
import { checkFixity } from './verify-release.js';

let folder: ReleaseFolder;
afterEach(() => folder.dispose());

async function codesOf(list: string | Uint8Array): Promise<string[]> {
  await folder.write('S.sha256', list);
  const request = { root: folder.root, signature: 'S.sha256', artifacts: [] };
  const { findings, release } = await checkFixity(request);
  expect(release).toBeNull();
  return findings.map(({ code }) => code);
}

describe('a list that means harm', () => {
  it.each([
    ['climbs', line('a/../../x', ''), 'NZ1007'],
    ['is absolute', line('/etc/passwd', ''), 'NZ1007'],
    ['has a drive letter', line('C:/Windows/x', ''), 'NZ1007'],
    ['has a NUL', line('a\0b', ''), 'NZ1007'],
    ['has a name in form D', line('e\u0301', ''), 'NZ1014'],
    ['names a folder', line('d', ''), 'NZ1009'],
    ['names a file as a folder', line('a/b', ''), 'NZ1005'],
    ['is longer than any path', line('x/'.repeat(3000), ''), 'NZ1005'],
    ['has a name that is too long', line('x'.repeat(300), ''), 'NZ1016'],
  ])('when a path %s, it is a finding of its own', async (_, list, code) => {
    folder = await releaseFolder({ a: '1', 'd/x': '1' });
    expect(await codesOf(line('a', '1') + list)).toEqual([code]);
  });

  it('when two names differ in case only, the second is named with the first', async () => {
    folder = await releaseFolder({ 'd/a.md': '1' });
    expect(await codesOf(line('d/a.md', '1') + line('D/A.md', '1'))).toEqual(['NZ1013']);
    expect(await codesOf(line('d/a.md', '1') + line('straße', '1') + line('STRASSE', '1'))).toEqual(
      ['NZ1013', 'NZ1005'],
    );
  });

  it('when it lists itself, it is told what no digest can prove', async () => {
    folder = await releaseFolder({ a: '1' });
    expect(await codesOf(line('a', '1') + line('./S.sha256', '1'))).toEqual(['NZ1021']);
  });

  it('when a pipe and a socket are named, neither is waited for', async () => {
    folder = await releaseFolder({ a: '1' });
    execFileSync('mkfifo', [join(folder.root, 'pipe')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(folder.root, 'sock'), resolve));
    // An empty pipe reads as an empty file: its kind decides, not its bytes.
    expect(await codesOf(line('pipe', '') + line('sock', ''))).toEqual(['NZ1009', 'NZ1009']);
    await new Promise((resolve) => server.close(resolve));
  });

  it('when it has more lines wrong than can be told, it counts the rest', async () => {
    folder = await releaseFolder();
    const lines = Array.from({ length: mostOfOneCode + 5 }, (_, at) => line(`no/file/${at}`, ''));
    const codes = await codesOf(lines.join(''));
    expect(codes.filter((code) => code === 'NZ1005')).toHaveLength(mostOfOneCode);
    expect(codes.at(-1)).toBe('NZ1018');
  });
});

describe('a release that changes while it is read', () => {
  const rowsOf = (...paths: string[]) => {
    const builder = new HashJobBuilder(folder.root, paths.length, 1000);
    for (const path of paths) builder.add(path);
    const job = builder.build();
    return { job, run: new RowHasher(job).run() };
  };
  const finish = (run: ReturnType<typeof rowsOf>['run']) => {
    for (;;) {
      const step = run.next();
      if (step.done === true) return step.value;
    }
  };

  it.each([
    ['small', 1000],
    ['large', 2_000_000],
  ])('when a %s file grows, it has no digest', async (_, size) => {
    folder = await releaseFolder({ log: Buffer.alloc(size) });
    const { run } = rowsOf('log');
    run.next();
    appendFileSync(join(folder.root, 'log'), 'more');
    expect(finish(run).problems).toEqual([[0, { kind: 'unstable' }]]);
    const grown = await readInside(folder.root, 'log', {
      chunk: () => appendFileSync(join(folder.root, 'log'), 'more'),
    });
    expect(grown).toEqual({ kind: 'unstable' });
  });

  it('when a folder becomes a link between two of its files, the folder is named', async () => {
    folder = await releaseFolder({ 'd/a': '1', 'd/b': '2', 'evil/b': '2' });
    const { run } = rowsOf('d/a', 'd/b');
    run.next();
    renameSync(join(folder.root, 'd'), join(folder.root, 'was'));
    symlinkSync('evil', join(folder.root, 'd'));
    expect(finish(run).movedFolders).toEqual(['d']);
  });

  it('when a file becomes a link after its folder was looked at, it is not followed', async () => {
    folder = await releaseFolder({ 'd/a': '1', 'd/b': '2' });
    const { job, run } = rowsOf('d/a', 'd/b');
    run.next();
    renameSync(join(folder.root, 'd/b'), join(folder.root, 'd/c'));
    symlinkSync('c', join(folder.root, 'd/b'));
    expect(finish(run).problems).toEqual([[1, { kind: 'link', at: 'd/b' }]]);
    expect(job.status[0]).toBe(1);
  });

  it('when nothing changes, small, large, empty and full-buffer files have their digests', async () => {
    const sizes = [0, 1, 262_143, 262_144, 262_145, 600_000];
    const files = Object.fromEntries(sizes.map((size) => [`f${size}`, Buffer.alloc(size, size)]));
    folder = await releaseFolder(files);
    mkdirSync(join(folder.root, 'empty'));
    const paths = Object.keys(files);
    const { job, run } = rowsOf(...paths);
    expect(finish(run)).toEqual({ problems: [], movedFolders: [] });
    expect(digestsOf(job, paths)).toEqual(
      sizes.map((size) => ({
        path: `f${size}`,
        size,
        sha256: sha256(Buffer.alloc(size, size)),
      })),
    );
  });
});
