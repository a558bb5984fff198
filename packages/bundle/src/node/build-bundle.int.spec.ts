import { createHash } from 'node:crypto';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  buildBundle,
  BundleError,
  bundleSha256,
  checkBundle,
  decodeBundle,
  formatBundle,
} from '../index.js';
import { bundleRefusal } from '../testing/bundle-refusal.js';
import { sampleRelease } from '../testing/sample-release.js';
import type { SampleRelease } from '../testing/sample-release.js';

let release: SampleRelease;
afterEach(() => release.remove());

const digest = (algorithm: string, text: string) =>
  createHash(algorithm).update(text).digest('hex');

describe('building a bundle', () => {
  it('when the release is sound, it lists manifest, signature and artifacts in their order', async () => {
    release = await sampleRelease({ 'b/two.md': 'two', 'a/one.md': 'one' }, [
      'b/two.md',
      'a/one.md',
    ]);
    const bundle = await buildBundle(release.request);
    expect(bundle.entries.map(({ key, path }) => [key, path])).toEqual([
      ['RELEASE_MANIFEST.json', 'dist/release/RELEASE_MANIFEST.json'],
      ['SIGNATURE.sha256', 'SIGNATURE.sha256'],
      ['two.md', 'b/two.md'],
      ['one.md', 'a/one.md'],
    ]);
    expect(bundle.entries[2]).toEqual({
      key: 'two.md',
      path: 'b/two.md',
      size: 3,
      sha256: digest('sha256', 'two'),
      md5: digest('md5', 'two'),
    });
    expect(bundle.signatureSha256).toBe(release.manifest.signature.sha256);
    expect(bundle.manifestSha256).toBe(release.request.manifest.sha256);
  });

  it('when it is written and read back, it is the same, and so is its digest', async () => {
    release = await sampleRelease({ a: 'x' });
    const bundle = await buildBundle(release.request);
    const text = formatBundle(bundle);
    expect(decodeBundle(JSON.parse(text))).toEqual(bundle);
    expect(bundleSha256(bundle)).toBe(digest('sha256', text));
    expect(formatBundle(await buildBundle(release.request))).toBe(text);
  });

  it('when limits are broken in several ways, all are told and nothing is hashed', async () => {
    release = await sampleRelease({ 'a/x': '', 'b/x': 'x' });
    await rm(join(release.root, 'b/x'));
    expect(await bundleRefusal(release.request)).toEqual([
      ['NZ4003', 'a/x'],
      ['NZ4005', 'b/x'],
    ]);
  });

  it('when files are not what the manifest says, all of them are told', async () => {
    release = await sampleRelease({ changed: 'x', missing: 'x', linked: 'x', sound: 'x' });
    await release.put('changed', 'y');
    await rm(join(release.root, 'missing'));
    await rm(join(release.root, 'linked'));
    await symlink('sound', join(release.root, 'linked'));
    expect(await bundleRefusal(release.request)).toEqual([
      ['NZ4007', 'changed'],
      ['NZ1005', 'missing'],
      ['NZ1008', 'linked'],
    ]);
  });

  it('when an artifact is not in the manifest, it is refused: it was never proved', async () => {
    release = await sampleRelease({ a: 'x' });
    await release.put('new', 'x');
    const request = { ...release.request, artifacts: ['a', 'new'] };
    expect(await bundleRefusal(request)).toEqual([['NZ4007', 'new']]);
  });

  it('when the manifest is another, missing, or of another signature, that is the finding', async () => {
    release = await sampleRelease({ a: 'x' });
    const { path, sha256 } = release.request.manifest;
    const other = { path, sha256: '0'.repeat(64) };
    expect(await bundleRefusal({ ...release.request, manifest: other })).toEqual([
      ['NZ4006', path],
    ]);
    const gone = { path: 'none.json', sha256 };
    expect(await bundleRefusal({ ...release.request, manifest: gone })).toEqual([
      ['NZ4006', 'none.json'],
    ]);
    expect(await bundleRefusal({ ...release.request, signature: 'b' })).toEqual([['NZ4006', 'b']]);
  });

  it('when the manifest has the right digest and is no manifest, it is refused', async () => {
    release = await sampleRelease({ a: 'x' });
    await release.put('no.json', '{}');
    const manifest = { path: 'no.json', sha256: digest('sha256', '{}') };
    expect(await bundleRefusal({ ...release.request, manifest })).toEqual([['NZ4006', 'no.json']]);
  });
});

describe('checking a bundle', () => {
  it('when nothing has changed, nothing is found', async () => {
    release = await sampleRelease({ a: 'x', b: 'y' });
    const bundle = await buildBundle(release.request);
    expect(await checkBundle({ root: release.root, bundle })).toEqual([]);
  });

  it('when files changed or are gone, every one of them is named', async () => {
    release = await sampleRelease({ a: 'x', b: 'y', c: 'z' });
    const bundle = await buildBundle(release.request);
    await release.put('a', 'changed');
    await rm(join(release.root, 'b'));
    const found = await checkBundle({ root: release.root, bundle });
    expect(found.map(({ code, place }) => [code, place?.file])).toEqual([
      ['NZ4008', 'a'],
      ['NZ1005', 'b'],
    ]);
  });
});

describe('decoding a bundle', () => {
  it('when properties are wrong, each is named; when limits are broken, they are told', async () => {
    release = await sampleRelease({ a: 'x' });
    const bundle = await buildBundle(release.request);
    const [first] = bundle.entries;
    const found = (value: unknown) => {
      try {
        decodeBundle(value);
      } catch (thrown) {
        if (thrown instanceof BundleError)
          return thrown.findings.map(({ code, place }) => [code, place?.field]);
      }
      throw new Error('it was accepted');
    };
    expect(found({ ...bundle, extra: 1, signatureSha256: 'x' })).toEqual([
      ['NZ4009', 'signatureSha256'],
      ['NZ4009', 'extra'],
    ]);
    expect(found({ ...bundle, entries: [first, first] })).toEqual([['NZ4005', undefined]]);
    expect(found({ ...bundle, entries: [] })).toEqual([['NZ4009', 'entries']]);
  });
});
