import { execFileSync } from 'node:child_process';
import { chmod, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { buildBundle, BundleError, bundleLayoutSchema, checkBundleAtTag } from '../index.js';
import type { Bundle } from '../index.js';
import { sampleRelease } from '../testing/sample-release.js';
import type { SampleRelease } from '../testing/sample-release.js';

let release: SampleRelease;
afterEach(() => release.remove());

const git = (...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'core.autocrlf=false', ...args],
    {
      cwd: release.root,
      stdio: 'pipe',
    },
  );

async function tagged(): Promise<void> {
  git('init', '-q');
  await release.put('.git/info/exclude', 'dist/\n');
  git('add', '-A');
  git('commit', '-q', '--no-gpg-sign', '-m', 'release');
  git('tag', 'v1');
}
async function bundled(name: string): Promise<Bundle> {
  const layout = v.parse(bundleLayoutSchema, { archive: { name, folder: 'top' } });
  return buildBundle({ ...release.request, layout });
}
const found = async (bundle: Bundle, tag = 'v1') =>
  (await checkBundleAtTag({ root: release.root, bundle, tag })).map(({ code, place }) => [
    code,
    place?.file,
  ]);

describe('a bundle made again from its tag', () => {
  it.each(['s.zip', 's.tar.gz'])(
    'when the archive %s was made of what is tagged, it is the same',
    async (name) => {
      release = await sampleRelease(
        { 'a/x': 'one', 'run.sh': 'x', large: 'abc'.repeat(1_000_000), empty: '' },
        ['a/x'],
      );
      await chmod(join(release.root, 'run.sh'), 0o755);
      await tagged();
      const bundle = await bundled(name);
      // The work tree is not asked: the tag has it all.
      await rm(join(release.root, 'large'));
      expect(await found(bundle)).toEqual([]);
    },
  );

  it('when the release is a folder of the repository, paths are found below it', async () => {
    release = await sampleRelease({ a: 'x' });
    const { root } = release;
    await tagged();
    execFileSync('sh', ['-c', 'mkdir -p outer/app && git mv a SIGNATURE.sha256 outer/app/'], {
      cwd: root,
    });
    git('commit', '-q', '--no-gpg-sign', '-m', 'move');
    git('tag', 'v2');
    await release.put(
      'outer/app/m.json',
      execFileSync('cat', ['dist/release/RELEASE_MANIFEST.json'], { cwd: root }),
    );
    const app = join(root, 'outer/app');
    const bundle = await buildBundle({
      ...release.request,
      root: app,
      manifest: { ...release.request.manifest, path: 'm.json' },
    });
    expect(await checkBundleAtTag({ root: app, bundle, tag: 'v2' })).toEqual([]);
  });

  it('when files were changed, added or linked since, every one is named', async () => {
    release = await sampleRelease({ same: 'x', changed: 'x', added: 'x', linked: 'x' });
    await release.put('changed', 'old');
    await rm(join(release.root, 'added'));
    await rm(join(release.root, 'linked'));
    await symlink('same', join(release.root, 'linked'));
    await tagged();
    await rm(join(release.root, 'linked'));
    for (const path of ['changed', 'added', 'linked']) await release.put(path, 'x');
    expect((await found(await bundled('s.zip'))).sort()).toEqual([
      ['NZ4016', 'added'],
      ['NZ4016', 'linked'],
      ['NZ4017', 'changed'],
    ]);
  });

  it('when a file is in a submodule, the submodule is named', async () => {
    release = await sampleRelease({ 'sub/dir/x': 'x' });
    git('init', '-q');
    git('add', 'SIGNATURE.sha256');
    git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},sub`);
    git('commit', '-q', '--no-gpg-sign', '-m', 'release');
    git('tag', 'v1');
    const bundle = await buildBundle(release.request);
    const [finding] = await checkBundleAtTag({ root: release.root, bundle, tag: 'v1' });
    expect(finding).toMatchObject({ code: 'NZ4016', place: { file: 'sub/dir/x' } });
    expect(finding?.message).toContain('submodule sub');
  });

  it('when Git LFS keeps the file elsewhere, the pointer is named', async () => {
    release = await sampleRelease({ 'data.bin': 'the real bytes' });
    await release.put(
      'data.bin',
      `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 5\n`,
    );
    await tagged();
    await release.put('data.bin', 'the real bytes');
    expect(await found(await buildBundle(release.request))).toEqual([['NZ4013', 'data.bin']]);
  });

  it('when only the executable bit differs, the archive is another', async () => {
    release = await sampleRelease({ 'run.sh': 'x' });
    await tagged();
    await chmod(join(release.root, 'run.sh'), 0o755);
    expect(await found(await bundled('s.zip'))).toEqual([['NZ4018', 'dist/release/s.zip']]);
  });

  it('when there is no such tag, that is the error', async () => {
    release = await sampleRelease({ a: 'x' });
    await tagged();
    const bundle = await buildBundle(release.request);
    await expect(found(bundle, 'v2')).rejects.toThrow(BundleError);
  });
});
