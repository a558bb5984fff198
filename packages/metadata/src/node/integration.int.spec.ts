import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { resolveGithubMetadata } from './resolve-github-metadata.js';
import { resolveReleaseMetadata } from './resolve-release-metadata.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'integration-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const { licenseText: mit } = createRequire(import.meta.url)(
  'spdx-license-list/licenses/MIT.json',
) as { licenseText: string };
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const cff =
  'cff-version: 1.2.0\ntitle: A tool\nabstract: Some text\nlicense: MIT\n' +
  'authors: [{family-names: Lovelace, given-names: Ada}]\n';
const manifestSha256 = 'a'.repeat(64);

function tagged(): void {
  const env = {
    ...process.env,
    GIT_AUTHOR_DATE: '2025-03-04T12:00:00Z',
    GIT_COMMITTER_DATE: '2025-03-04T12:00:00Z',
  };
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, env, stdio: 'ignore' });
  const ada = ['-c', 'user.name=Ada Lovelace', '-c', 'user.email=ada@example.org'];
  git('init', '-q');
  git('add', '-A');
  git(...ada, 'commit', '-q', '--no-gpg-sign', '-m', 'x');
  git(...ada, 'tag', 'tool@1.0');
}

const release = { name: 'tool', version: '1.0', statedIn: 'git tag tool@1.0' };
const asDeposit = (notes: string | null = null) =>
  resolveReleaseMetadata({
    root,
    metadataFile: 'zenodo.metadata.json',
    release,
    manifestSha256,
    notes,
    history: { root, tag: 'tool@1.0' },
  });
const asGithub = (notes: string | null = null) =>
  resolveGithubMetadata({
    root,
    release,
    manifestSha256,
    notes,
    fullName: 'lab/tool',
    history: { root, tag: 'tool@1.0' },
    relations: [{ relation: 'isPartOf', doi: '10.5281/zenodo.7', source: '.' }],
  });

describe('what surprises people about the GitHub integration', () => {
  it('when everything that may surprise stands there, each is told with its place', async () => {
    write('CITATION.cff', cff);
    const json = {
      title: 'A tool',
      description: 'Some text',
      upload_type: 'software',
      version: '1.0',
      doi: '10.1000/182',
      creators: [{ name: 'Lovelace, Ada' }],
      license: 'MIT',
    };
    write('.zenodo.json', JSON.stringify(json, null, 2));
    write('COPYING', 'Ask me.\n');
    write('LICENSE', 'Do what is right.\n');
    const { findings } = await asDeposit();
    const told = findings.filter(({ code }) => /^NZ305/.test(code));
    expect(
      told.map(({ code, severity, place }) => [code, severity, place?.file, place?.line]),
    ).toEqual([
      ['NZ3050', 'warning', '.zenodo.json', undefined],
      ['NZ3051', 'warning', 'LICENSE', undefined],
      ['NZ3052', 'warning', 'COPYING', undefined],
      ['NZ3053', 'warning', '.zenodo.json', 5],
      ['NZ3054', 'warning', '.zenodo.json', 6],
    ]);
    expect(told[2]?.message).toContain('COPYING, counts, and LICENSE is read here');
  });

  it('when a metadata file of our own decides, they are notes; when nothing surprises, none is told', async () => {
    write('CITATION.cff', cff);
    write('LICENSE', mit);
    expect((await asDeposit()).findings.filter(({ code }) => /^NZ305/.test(code))).toEqual([]);
    write('LICENSE', 'Do what is right.\n');
    write('zenodo.metadata.json', '{"metadata": {"title": "A tool", "upload_type": "software"}}');
    const { findings } = await asDeposit();
    expect(findings).toContainEqual(expect.objectContaining({ code: 'NZ3051', severity: 'note' }));
  });
});

describe('metadata of a tag', () => {
  it('when release notes are named, they are the description, and the tag gives version and day', async () => {
    write('CITATION.cff', cff);
    write('NOTES.md', '## News\n\nFaster.\n');
    tagged();
    const { metadata, findings } = await asDeposit('NOTES.md');
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(metadata?.deposit).toMatchObject({
      description: '<h2>News</h2>\n<p>Faster.</p>',
      version: '1.0',
      publication_date: '2025-03-04',
    });
    const origins = metadata?.origins ?? [];
    expect(origins.find(({ field }) => field === 'version')?.source).toBe('git tag tool@1.0');
    expect(origins.find(({ field }) => field === 'description')).toMatchObject({
      source: 'NOTES.md',
      lost: [{ source: 'CITATION.cff', value: 'Some text' }],
    });
    expect(metadata?.sources.map(({ path }) => path)).toContain('NOTES.md');
    const absent = await asDeposit('docs/none.md');
    expect(absent.metadata).toBeNull();
    expect(absent.findings).toContainEqual(expect.objectContaining({ code: 'NZ3001' }));
  });

  it('when it is resolved as the GitHub integration does, the answer is the same on every day', async () => {
    write('CITATION.cff', cff);
    write('LICENSE', mit);
    tagged();
    const { metadata, findings } = await asGithub();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(metadata?.deposit).toMatchObject({
      title: 'A tool',
      version: '1.0',
      upload_type: 'software',
      license: 'mit',
      publication_date: '2025-03-04',
      creators: [{ name: 'Lovelace, Ada' }],
      related_identifiers: [
        { identifier: 'https://github.com/lab/tool/tree/tool@1.0', relation: 'isSupplementTo' },
        { identifier: '10.5281/zenodo.7', relation: 'isPartOf' },
      ],
      custom: { 'code:codeRepository': 'https://github.com/lab/tool' },
    });
    expect(metadata?.sources.map(({ path }) => path)).toEqual(['CITATION.cff', 'LICENSE']);
  });

  it('when the integration would fail, that is an error before anything is sent', async () => {
    write('CITATION.cff', cff.replace('license: MIT', 'license: [MIT, Apache-2.0]'));
    tagged();
    const { metadata, findings } = await asGithub();
    expect(metadata).toBeNull();
    expect(findings[0]).toMatchObject({ code: 'NZ3057', place: { file: 'CITATION.cff' } });
    expect(findings[0]?.message).toContain('Citation metadata load failed');
  });

  it('when no file says anything, the release notes and the authors do', async () => {
    write('NOTES.md', 'Faster.\n');
    tagged();
    const { metadata } = await asGithub('NOTES.md');
    expect(metadata?.deposit).toMatchObject({
      title: 'lab/tool: tool@1.0',
      description: '<p>Faster.</p>',
      creators: [{ name: 'Ada Lovelace' }],
      license: 'cc-by-4.0',
    });
  });
});
