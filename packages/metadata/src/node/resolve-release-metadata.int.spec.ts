import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fixCitationFile } from '../fix/apply-fixes.js';
import { observeGithubOutcome } from './observe-github.js';
import { resolveReleaseMetadata } from './resolve-release-metadata.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'metadata-'));
});
afterEach(() => rm(root, { recursive: true }));

const codes = async (metadataFile = 'zenodo.metadata.json') => {
  const release = { name: 'x', version: 'v1' };
  const request = { root, metadataFile, release, manifestSha256: 'a'.repeat(64) };
  const { metadata, findings } = await resolveReleaseMetadata(request);
  return { metadata, codes: findings.map(({ code }) => code) };
};

describe('reading the metadata of a release', () => {
  it('when the file is there, its digest stands among the sources', async () => {
    const text = JSON.stringify({
      metadata: {
        upload_type: 'dataset',
        title: 'abc',
        creators: [{ name: 'A, B' }],
        license: 'MIT',
        publication_date: '2020',
      },
    });
    await writeFile(join(root, 'zenodo.metadata.json'), text);
    const outcome = await codes();
    expect(outcome.codes).toEqual([]);
    expect(outcome.metadata?.sources).toMatchObject([{ path: 'zenodo.metadata.json' }]);
  });

  it('when another file contradicts it, that is refused, unless it is about to be set right', async () => {
    const creators = [{ name: 'A, B' }];
    const metadata = { title: 'abc', upload_type: 'dataset', creators, publication_date: '2020' };
    await writeFile(join(root, 'zenodo.metadata.json'), JSON.stringify({ metadata }));
    await writeFile(join(root, '.zenodo.json'), JSON.stringify({ title: 'other' }));
    expect((await codes()).codes).toContain('NZ3030');
    const resolved = await resolveReleaseMetadata({
      root,
      metadataFile: 'zenodo.metadata.json',
      release: { name: 'x', version: 'v1' },
      manifestSha256: 'a'.repeat(64),
      acceptsDrift: true,
    });
    expect(resolved.metadata?.deposit.title).toBe('abc');
  });

  it('when it is absent, a folder, or leads out of the root, it is refused', async () => {
    await writeFile(join(root, 'outside.json'), '{}');
    await symlink(tmpdir(), join(root, 'link'));
    expect((await codes()).codes).toEqual(['NZ3001']);
    expect((await codes('link/x.json')).codes).not.toEqual([]);
    for (const path of ['../x.json', '/etc/passwd', 'a/../../x', 'C:\\x', 'link']) {
      expect((await codes(path)).metadata).toBeNull();
      expect((await codes(path)).codes).toEqual(['NZ3007']);
    }
  });

  it('when it is not UTF-8 or has a byte order mark, it is refused', async () => {
    await writeFile(join(root, 'zenodo.metadata.json'), Buffer.from([0x7b, 0xe9, 0x7d]));
    expect((await codes()).codes).toEqual(['NZ3002']);
    await writeFile(join(root, 'zenodo.metadata.json'), '\ufeff{}');
    expect((await codes()).codes).toEqual(['NZ3002']);
  });

  it.each(['CITATION.cff', 'codemeta.json', 'package.json', 'LICENSE'])(
    'when %s has 50 MB, that is told, and the others are read',
    async (file) => {
      const metadata = { title: 'abc', creators: [{ name: 'A, B' }] };
      await writeFile(join(root, 'zenodo.metadata.json'), JSON.stringify({ metadata }));
      await writeFile(join(root, file), '');
      await truncate(join(root, file), 50 * 1024 * 1024);
      expect((await codes()).codes).toEqual(expect.arrayContaining(['NZ3006', 'NZ3011']));
    },
  );

  it('when aliases of YAML multiply, reading, comparing and fixing end, and say little', async () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`,
    );
    const bomb = ['a0: &a0 [x, y]', ...lines].join('\n');
    const keys = 'title abstract license keywords version message date-released identifiers type';
    const stated = keys.split(' ').map((key) => `${key}: *a60`);
    const author =
      'authors: [{family-names: *a60, given-names: *a60, affiliation: *a60, orcid: *a60}]';
    const text = `${bomb}\n${stated.join('\n')}\n${author}\n`;
    await writeFile(join(root, 'CITATION.cff'), text);
    const outcome = await codes();
    expect(outcome.metadata).toBeNull();
    expect(outcome.codes.length).toBeLessThan(50);
    const release = { root, version: 'v1', releaseNotes: '' };
    expect(JSON.stringify(await observeGithubOutcome(release)).length).toBeLessThan(10_000);
    const named = `${bomb}\ntitle: abc\nauthors: [{family-names: *a60, given-names: Jo}]\n`;
    await writeFile(join(root, 'CITATION.cff'), named);
    expect(JSON.stringify(await observeGithubOutcome(release)).length).toBeLessThan(1_000_000);
    expect((await fixCitationFile(text, 'CITATION.cff', { version: 'v1' }))?.text.length).toBe(
      text.length,
    );
  });

  it('when it has 50 MB, it is refused unread', async () => {
    await writeFile(join(root, 'zenodo.metadata.json'), '');
    await truncate(join(root, 'zenodo.metadata.json'), 50 * 1024 * 1024);
    expect((await codes()).codes).toEqual(['NZ3006']);
  });
});
