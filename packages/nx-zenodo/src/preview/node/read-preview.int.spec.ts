import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatReceipt } from '@nx-zenodo/deposit';
import { renderPreviewPage } from '@nx-zenodo/record-page';
import { parseReleaseConfig } from '../../release-config/parse.js';
import { buildPreviewView } from '../preview-view.js';
import { receipt } from '../testing/sample-receipt.js';
import { readPreviewFacts } from './read-preview.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'preview-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const metadata = {
  title: 'Rain gauges',
  upload_type: 'software',
  publication_date: '2026-03-14',
  version: 'v2',
  description: '<p>Daily sums of the gauges.</p>',
  creators: [{ name: 'Doe, Jane' }],
  license: 'MIT',
  related_identifiers: [{ identifier: 'https://github.com/lab/rain', relation: 'isPartOf' }],
};

/** Facts of a release with these metadata; `changes` are further files. */
function factsOf(text: string, changes: Readonly<Record<string, string>> = {}) {
  write('zenodo.metadata.json', text);
  write('SUMS', 'digests\n');
  write('docs/brief.md', 'Brief.\n');
  for (const [path, content] of Object.entries(changes)) write(path, content);
  const written = {
    name: 'rain',
    version: 'v2',
    signature: 'SUMS',
    artifacts: ['docs/brief.md', 'docs/missing.md'],
    metadata: 'zenodo.metadata.json',
    receipt: 'docs/releases/{version}-ZENODO.json',
    validation: { checks: [{ kind: 'all-passed', name: 'All' }] },
  };
  const file = 'zenodo.release.json';
  const { config, findings } = parseReleaseConfig(JSON.stringify(written), root, file);
  if (config === null) throw new Error(JSON.stringify(findings));
  return readPreviewFacts(config);
}

const sound = JSON.stringify({ metadata });
const codes = ({ findings }: Awaited<ReturnType<typeof factsOf>>) =>
  findings.map(({ code }) => code);

describe('a preview read from disk', () => {
  it('when no bundle is made, the files are those on disk, and a missing one is told', async () => {
    const facts = await factsOf(sound);
    expect(facts.files).toEqual([
      { key: 'SUMS', size: 8, md5: expect.any(String), sha256: expect.any(String) },
      { key: 'brief.md', size: 7, md5: expect.any(String), sha256: expect.any(String) },
      { key: 'missing.md' },
    ]);
    expect(facts.isBundled).toBe(false);
    expect(facts.findings.find(({ code }) => code === 'NZ9025')?.place).toEqual({
      file: 'docs/missing.md',
      field: 'files',
    });
    expect(facts).toMatchObject({ isRefused: false, github: { fullName: 'lab/rain' } });
  });

  it('when a named pipe stands in the place of a file, that is told without waiting', async () => {
    mkdirSync(join(root, 'docs'));
    execFileSync('mkfifo', [join(root, 'docs/missing.md')]);
    const { findings } = await factsOf(sound);
    expect(findings.find(({ code }) => code === 'NZ9025')?.message).toContain('no regular file');
  });

  it('when the bundle was edited, that is told, and the files on disk are shown', async () => {
    const facts = await factsOf(sound, { 'dist/release/bundle.json': '{"entries": []}' });
    expect(codes(facts)).toContain('NZ9021');
    expect(facts.isBundled).toBe(false);
  });

  it('when the metadata have errors, every finding is on the page, with what can be read', async () => {
    const broken = {
      ...metadata,
      upload_type: 'program',
      creators: [{ name: 'Doe, Jane', orcid: '1' }],
    };
    const facts = await factsOf(JSON.stringify({ metadata: broken }, null, 2));
    const page = renderPreviewPage(buildPreviewView(facts));
    expect(facts.isRefused).toBe(true);
    expect(facts.findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(1);
    for (const code of codes(facts)) expect(page).toContain(code);
    expect(page).toContain('Rain gauges');
  });

  it('when the metadata are broken JSON, the page shows what stands before the break', async () => {
    const facts = await factsOf('{"metadata": {"title": "Rain gauges",, ');
    expect(buildPreviewView(facts).record.title).toBe('Rain gauges');
    expect(codes(facts).length).toBeGreaterThan(0);
  });

  it('when an earlier version has its receipt beside ours, it is the last published one', async () => {
    const old = formatReceipt(receipt('production', 4, '2025-06-01'));
    const facts = await factsOf(sound, {
      'docs/releases/v1-ZENODO.json': old,
      'docs/releases/other.json': '{"schemaVersion": 1}',
      'docs/releases/torn.json': '{"sch',
    });
    expect(buildPreviewView(facts).lastPublished).toMatchObject({ record: { title: 'Rain 4' } });
  });

  it('when git knows remote and authors, the integration is shown with them', async () => {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
    git('init', '--quiet');
    git('remote', 'add', 'origin', 'git@github.com:lab/gauges.git');
    const author = ['-c', 'user.name=Ada Lovelace', '-c', 'user.email=ada@example.org'];
    git(...author, 'commit', '--quiet', '--allow-empty', '-m', 'Begin');
    const { githubIntegration } = buildPreviewView(await factsOf(sound));
    expect(githubIntegration).toMatchObject({
      kind: 'record',
      record: { title: 'lab/gauges: v2', creators: [{ name: 'Ada Lovelace' }] },
    });
  });
});
