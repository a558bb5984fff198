import { chmod, readdir, readFile, rm, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import {
  buildBundle,
  bundleLayoutSchema,
  checkBundle,
  decodeBundle,
  formatBundle,
} from '../index.js';
import type { BundleRequest, WrittenLayout } from '../index.js';
import { noPython, openPython } from '../testing/foreign-reader.js';
import { bundleRefusal } from '../testing/bundle-refusal.js';
import { sampleRelease } from '../testing/sample-release.js';
import type { SampleRelease } from '../testing/sample-release.js';

let release: SampleRelease;
afterEach(() => release.remove());

const laidOut = (written: WrittenLayout): BundleRequest => ({
  ...release.request,
  layout: v.parse(bundleLayoutSchema, written),
  sourceDateEpoch: '1700000000',
});
const output = () => readdir(join(release.root, 'dist/release')).then((names) => names.sort());

describe('a bundle with an archive', () => {
  it('when everything goes into a zip, the record has manifest, signature and archive', async () => {
    release = await sampleRelease({ 'a/x': 'one', 'b/x': 'two', empty: '' }, []);
    const bundle = await buildBundle(
      laidOut({ archive: { name: 's-{version}.zip', folder: 's-{version}' } }),
    );
    expect(bundle.entries.map(({ key }) => key)).toEqual([
      'RELEASE_MANIFEST.json',
      'SIGNATURE.sha256',
      's-1.zip',
    ]);
    expect(bundle.archive).toEqual({
      key: 's-1.zip',
      format: 'zip',
      level: 6,
      folder: 's-1',
      modifiedAt: 1_700_000_000,
      paths: ['SIGNATURE.sha256', 'a/x', 'b/x', 'empty'],
    });
    expect(await checkBundle({ root: release.root, bundle })).toEqual([]);
    expect(decodeBundle(JSON.parse(formatBundle(bundle)))).toEqual(bundle);
    expect(await output()).toEqual(['RELEASE_MANIFEST.json', 's-1.zip']);
  });

  it('when Python reads it, it finds the files in their folder', async () => {
    release = await sampleRelease({ 'a/x': 'one', 'run.sh': 'x' }, []);
    await chmod(join(release.root, 'run.sh'), 0o700);
    await buildBundle(
      laidOut({ archive: { name: 's.tar.gz', folder: 'top', exclude: ['*.sha256'] } }),
    );
    if (noPython !== undefined) return console.log(`The archive is not read back: ${noPython}.`);
    const python = openPython();
    const found = await python.read(join(release.root, 'dist/release/s.tar.gz'));
    python.close();
    expect(found.map(([name, size, , mode]) => [name, size, mode])).toEqual([
      ['top/a/x', 3, 0o644],
      ['top/run.sh', 1, 0o755],
    ]);
  });

  it('when times, modes and folders are others, it is the same bytes', async () => {
    const files = { 'a/x': 'one', b: 'two' };
    const digests: string[] = [];
    for (const time of [1, 2_000_000_000]) {
      release = await sampleRelease(files, []);
      for (const path of Object.keys(files)) {
        await utimes(join(release.root, path), time, time);
        await chmod(join(release.root, path), time === 1 ? 0o600 : 0o664);
      }
      const { entries } = await buildBundle(laidOut({ archive: { name: 's.zip' } }));
      digests.push(entries.at(-1)?.sha256 ?? '');
      if (time === 1) await release.remove();
    }
    expect(digests[0]).toBe(digests[1]);
  });

  it('when some files stay outside, both are uploaded, the archive last', async () => {
    release = await sampleRelease({ 'data/a.csv': 'a', 'data/b.csv': 'b', 'README.md': 'r' }, []);
    const { entries, archive } = await buildBundle(
      laidOut({
        files: { include: ['*.md'] },
        archive: { name: 'data.zip', include: ['data/**'] },
      }),
    );
    expect(entries.map(({ key }) => key).slice(2)).toEqual(['README.md', 'data.zip']);
    expect(archive?.paths).toEqual(['data/a.csv', 'data/b.csv']);
  });

  it('when more files than Zenodo takes are in it, it counts as one', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [`f${at}`, String(at)]),
    );
    release = await sampleRelease(files);
    expect(await bundleRefusal(release.request)).toEqual([['NZ4001', undefined]]);
    const all = laidOut({ files: { include: [] }, archive: { name: 'all.zip' } });
    expect((await buildBundle(all)).entries).toHaveLength(3);
  });
});

describe('a bundle whose archive cannot be made', () => {
  it('when nothing matches, or the name is taken, it is told before anything is packed', async () => {
    release = await sampleRelease({ 's.zip': 'x' });
    const none = laidOut({
      files: { include: ['no*'] },
      archive: { name: 't.zip', include: ['nothing/**'] },
    });
    expect(await bundleRefusal(none)).toEqual([
      ['NZ4010', undefined],
      ['NZ4011', undefined],
    ]);
    expect(await bundleRefusal(laidOut({ archive: { name: 's.zip' } }))).toEqual([
      ['NZ4005', 's.zip'],
    ]);
    expect(await output()).toEqual(['RELEASE_MANIFEST.json']);
  });

  it('when files are missing, links or of another size, every one is named and nothing is left', async () => {
    release = await sampleRelease(
      { gone: 'x', linked: 'x', 'dir/in': 'x', longer: 'x', sound: 'x' },
      [],
    );
    await rm(join(release.root, 'gone'));
    await rm(join(release.root, 'linked'));
    await symlink('sound', join(release.root, 'linked'));
    await rm(join(release.root, 'dir'), { recursive: true });
    await symlink('.', join(release.root, 'dir'));
    await release.put('longer', 'xy');
    const found = await bundleRefusal(laidOut({ archive: { name: 's.zip' } }));
    expect(found.sort()).toEqual([
      ['NZ1005', 'gone'],
      ['NZ1008', 'dir/in'],
      ['NZ1008', 'linked'],
      ['NZ4007', 'longer'],
    ]);
    expect(await output()).toEqual(['RELEASE_MANIFEST.json']);
  });

  it('when a file has other bytes of the same length, the half-made archive is taken away', async () => {
    release = await sampleRelease({ a: 'x'.repeat(2_000_000), b: 'y' }, []);
    await release.put('b', 'z');
    expect(await bundleRefusal(laidOut({ archive: { name: 's.zip' } }))).toEqual([['NZ4007', 'b']]);
    expect(await output()).toEqual(['RELEASE_MANIFEST.json']);
  });

  it('when a Git LFS pointer stands for a file, it is refused by name, inside and outside', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 5\n`;
    release = await sampleRelease({ 'data.bin': pointer });
    expect(await bundleRefusal(release.request)).toEqual([['NZ4013', 'data.bin']]);
    const inside = laidOut({ files: { include: [] }, archive: { name: 's.tar.gz' } });
    expect(await bundleRefusal(inside)).toEqual([['NZ4013', 'data.bin']]);
  });

  it('when an older archive stands there and the new one fails, the older one is kept', async () => {
    release = await sampleRelease({ a: 'x' }, []);
    await release.put('dist/release/s.zip', 'old');
    await release.put('a', 'y');
    expect(await bundleRefusal(laidOut({ archive: { name: 's.zip' } }))).toEqual([['NZ4007', 'a']]);
    expect(await readFile(join(release.root, 'dist/release/s.zip'), 'utf8')).toBe('old');
  });
});
