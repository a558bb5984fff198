import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { depositApi } from './browser/deposit-api.js';
import { createFreshRepository } from './workspace/fresh-repository.js';
import type { FreshRepository } from './workspace/fresh-repository.js';
import { serveLocalZenodo } from './workspace/local-zenodo.js';
import type { ServedZenodo } from './workspace/local-zenodo.js';
import { attempt, run } from './workspace/packages.js';
import { layNxFolder } from './workspace/nx-folder.js';
import { conceptDoiIn, doiIn, expectInstalled } from './workspace/release-story.js';

const cff = (title: string) => `cff-version: 1.2.0
message: Please cite it.
title: ${title}
abstract: Daily sums of the gauges.
authors:
  - family-names: Lovelace
    given-names: Ada
license: MIT
`;
const mit = 'MIT License\n\nCopyright (c) 2026 Ada Lovelace\n';

let repository: FreshRepository;
let zenodo: ServedZenodo;
beforeAll(async () => {
  repository = await createFreshRepository('.nx/installation');
  repository.write({
    LICENSE: mit,
    'CITATION.cff': cff('Rain gauges'),
    'README.md': '# Rain gauges\n',
    'src/rain.c': 'int rain;\n',
    '.gitattributes': 'tests/ export-ignore\n',
    'tests/rain.t': 'ok\n',
  });
  repository.git('remote', 'add', 'origin', 'https://github.com/lab/rain.git');
  repository.commit('Before Nx');
  repository.git('tag', '-a', '-m', 'The first release', 'v1.0.0');
  // What a person does once (guide "archive a repository").
  layNxFolder(repository);
  zenodo = await serveLocalZenodo(repository);
});
afterAll(() => zenodo.close());

const archive = (...args: string[]) => repository.nx(['run', 'rain:zenodo-archive', ...args]);
const receipt = (version: string) =>
  JSON.parse(repository.read(`docs/releases/${version}-ZENODO.json`));

/** Without the pool of connections that fetch keeps: while a command runs, the server closes idle ones unseen. */
async function get(url: string): Promise<Buffer> {
  const [answer] = (await once(request(url, { agent: false }).end(), 'response')) as [Readable];
  return buffer(answer);
}
const getJson = async (path: string) => JSON.parse(String(await get(`${zenodo.apiUrl}${path}`)));

async function publishedRecords(): Promise<number> {
  const { hits } = (await getJson('/records?size=1&all_versions=1')) as { hits: { total: number } };
  return hits.total;
}

/** Downloads all files of a record into a fresh folder. */
async function download(recordId: number): Promise<string> {
  const folder = mkdtempSync(join(process.env['E2E_FOLDER'] ?? tmpdir(), 'record-'));
  const { files } = (await getJson(`/records/${recordId}`)) as {
    files: { key: string; links: { self: string } }[];
  };
  for (const { key, links } of files) writeFileSync(join(folder, key), await get(links.self));
  return folder;
}

describe('a repository that never heard of Nx', () => {
  it('when the plugin is there, an archive of its tags is configured in one command', () => {
    expectInstalled(repository);
    const generated = repository.nx(['g', 'nx-zenodo:archive', '.', '--interactive=false']);
    expect(generated).toMatchObject({ code: 0 });
    expect(JSON.parse(repository.read('zenodo.archive.json'))).toEqual({
      $schema: './.nx/installation/node_modules/nx-zenodo/schemas/zenodo.archive.schema.json',
      name: 'rain',
    });
    expect(existsSync(join(repository.root, 'package.json'))).toBe(false);
    repository.commit('Archive the repository with nx-zenodo');
  });

  it('when its archive is only made, it lies below dist, nothing is sent, and Nx keeps it', async () => {
    const made = repository.nx(['run', 'rain:archive', '--tag=v1.0.0']);
    expect(made).toMatchObject({ code: 0 });
    expect(made.output).toContain('lab-rain-v1.0.0.zip');
    expect(repository.nx(['run', 'rain:archive', '--tag=v1.0.0']).output).toMatch(
      /existing outputs match|local cache/,
    );
    expect(await publishedRecords()).toBe(0);
  });

  it('when the first tag is archived, the record holds it and proves itself', async () => {
    const published = archive('--tag=v1.0.0');
    expect(published).toMatchObject({ code: 0 });
    expect(doiIn(published)).toMatch(/^10\.5072\/zenodo\.\d+$/);
    const { recordId, files } = receipt('v1.0.0');
    expect(files.map(({ key }: { key: string }) => key)).toEqual([
      'RELEASE_MANIFEST.json',
      'SHA256SUMS',
      'lab-rain-v1.0.0.zip',
    ]);
    const folder = await download(recordId);
    run('unzip', ['-q', 'lab-rain-v1.0.0.zip'], folder);
    const checked = attempt('sha256sum', ['--check', 'SHA256SUMS'], folder);
    expect(checked).toMatchObject({ code: 0 });
    const commit = repository.git('rev-parse', 'v1.0.0^{commit}').slice(0, 7);
    expect(checked.output).toContain(`lab-rain-${commit}/src/rain.c: OK`);
    // .gitattributes keeps the tests out of exports, and what came after the tag is not in it.
    expect(checked.output).not.toMatch(/tests|nx\.json|zenodo\.archive/);
    expect(await getJson(`/records/${recordId}`)).toMatchObject({
      metadata: { title: 'Rain gauges', version: 'v1.0.0' },
    });
  });

  it('when a second tag stands at HEAD, it is a new version under the same concept', () => {
    repository.write({ 'src/rain.c': 'long rain;\n' });
    repository.commit('Longer rain, and the receipt');
    repository.git('tag', 'v1.1.0');
    const second = archive();
    expect(second).toMatchObject({ code: 0 });
    const [first, next] = [receipt('v1.0.0'), receipt('v1.1.0')];
    expect(conceptDoiIn(second)).toBe(first.conceptDoi);
    expect(next.doi).not.toBe(first.doi);
    expect(archive().output).toContain('Nothing to publish');
  });

  it('when both are audited, every byte is served as it was published', () => {
    const audit = (...args: string[]) => repository.nx(['run', 'rain:zenodo-audit', ...args]);
    const newest = audit();
    expect(newest).toMatchObject({ code: 0 });
    expect(newest.output).toContain(receipt('v1.1.0').doi);
    const first = audit('--receipt=docs/releases/v1.0.0-ZENODO.json');
    expect(first).toMatchObject({ code: 0 });
    expect(first.output).toContain(`${receipt('v1.0.0').doi}) serves all 3 files`);
  });
});

describe("what Zenodo's own integration would have published", () => {
  it('when the tag is a pre-release, it is skipped, and that is no failure', async () => {
    const records = await publishedRecords();
    repository.git('tag', 'v1.2.0-rc.1');
    const skipped = archive('--tag=v1.2.0-rc.1');
    expect(skipped).toMatchObject({ code: 0 });
    expect(skipped.output).toContain('v1.2.0-rc.1 is a pre-release');
    expect(await publishedRecords()).toBe(records);
  });

  it('when the metadata has an error, nothing is published, and the commit shows it', async () => {
    const records = await publishedRecords();
    repository.write({ 'CITATION.cff': cff('Rain gauges').replace('MIT', 'MIT License') });
    repository.commit('Break the licence');
    repository.git('tag', 'v2.0.0');
    const args = ['run', 'rain:zenodo-archive', '--codeQuality=dist/quality.json'];
    const refused = repository.nx(args, { GITHUB_ACTIONS: 'true' });
    expect(refused.code).not.toBe(0);
    expect(refused.output).toMatch(/^::error file=CITATION\.cff,line=\d+,.*title=NZ3012::/m);
    expect(JSON.parse(repository.read('dist/quality.json'))).toContainEqual(
      expect.objectContaining({ check_name: 'NZ3012', severity: 'critical' }),
    );
    expect(await publishedRecords()).toBe(records);
  });

  it('when the integration made a record, the next tag is its next version', async () => {
    const made = await depositApi(zenodo).publish(
      {
        title: 'lab/rain: core@1.0',
        upload_type: 'software',
        publication_date: '2025-01-01',
        description: 'As the integration made it.',
        version: 'core@1.0',
        creators: [{ name: 'Lovelace' }],
      },
      { 'rain-core@1.0.zip': 'not ours' },
    );
    repository.write({
      'core/CITATION.cff': cff('The core of the gauges'),
      'core/core.c': 'int core;\n',
      'core/notes/1.1.md': '## New\n\n- **faster**\n',
      'core/zenodo.archive.json': JSON.stringify({
        name: 'core',
        tags: 'core@{version}',
        description: { from: 'notes/{version}.md' },
        relations: [{ relation: 'isPartOf', doi: '10.1000/182' }],
        zenodo: { recordId: String(made.id) },
      }),
    });
    repository.commit('The core on its own');
    repository.git('tag', 'core@1.1');
    const adopted = repository.nx(['run', 'core:zenodo-archive']);
    expect(adopted).toMatchObject({ code: 0 });
    expect(conceptDoiIn(adopted)).toBe(made.conceptdoi);
    const saved = JSON.parse(repository.read('core/docs/releases/1.1-ZENODO.json'));
    expect(await getJson(`/records/${saved.recordId}`)).toMatchObject({
      metadata: {
        title: 'The core of the gauges',
        version: '1.1',
        description: '<h2>New</h2>\n<ul>\n<li><strong>faster</strong></li>\n</ul>',
        related_identifiers: [{ identifier: '10.1000/182', relation: 'isPartOf' }],
      },
    });
    const folder = await download(saved.recordId);
    const sums = run('cat', ['SHA256SUMS'], folder);
    expect(sums.match(/[^/\n]+$/gm)).toEqual([
      'CITATION.cff',
      'core.c',
      '1.1.md',
      'zenodo.archive.json',
    ]);
    const zip = run('sha256sum', ['lab-rain-core@1.1.zip'], folder).slice(0, 64);
    expect(zip).toBe(saved.files.at(-1).sha256);
    expect(createHash('sha256').update(sums).digest('hex')).toBe(saved.chain.signatureSha256);
  });
});
