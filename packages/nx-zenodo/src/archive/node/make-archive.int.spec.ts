import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isCodedError } from '@nx-zenodo/findings';
import { findTag, newestTag } from './find-tag.js';
import { withArchive } from './make-archive.js';
import { readArchiveConfig } from './read-archive.js';

let root: string;
const at = '2025-03-04T12:00:00Z';
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Ada Lovelace', '-c', 'user.email=a@b.c', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const commit = (tag: string) => {
  git('add', '-A');
  git('commit', '-q', '--no-gpg-sign', '--allow-empty', '-m', tag);
  git('tag', tag);
};
const cff =
  'cff-version: 1.2.0\ntitle: Rain gauges\nabstract: Daily sums.\nlicense: MIT\n' +
  'authors: [{family-names: Lovelace, given-names: Ada}]\n';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'archive-'));
  git('init', '-q');
  git('remote', 'add', 'origin', 'https://github.com/lab/rain.git');
  write('.gitignore', 'dist\n');
  write('CITATION.cff', cff);
  write('src/a.c', 'int a;\n');
  commit('v1.0.0');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function archive(config: object, folder = '.') {
  write(`${folder}/zenodo.archive.json`, JSON.stringify({ name: 'rain', ...config }));
  return readArchiveConfig(join(root, folder), 'zenodo.archive.json');
}
async function made(config: object = {}, tag = 'v1.0.0', folder = '.') {
  const read = await archive(config, folder);
  const found = await findTag(read, tag);
  if (found.kind === 'skipped') throw new Error(found.reason);
  return withArchive(read, found.release, async (one) => one);
}
const codes = async (run: Promise<unknown>) => {
  const error: unknown = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isCodedError(error)) throw error ?? new Error('nothing was refused');
  return error.findings.map(({ code }) => code);
};
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('the archive of a tag', () => {
  it('when it is made twice, with another work tree, every byte is the same', async () => {
    const first = await made();
    write('src/a.c', 'changed');
    write('README.md', 'new');
    const second = await made();
    expect(second.chain).toEqual(first.chain);
    const commitId = git('rev-parse', 'v1.0.0').slice(0, 7);
    expect(first.chain.bundle.entries.map(({ key }) => key)).toEqual([
      'RELEASE_MANIFEST.json',
      'SHA256SUMS',
      'lab-rain-v1.0.0.zip',
    ]);
    for (const { path, sha256: stated } of second.chain.bundle.entries) {
      expect(sha256(join(root, 'dist/archive', path))).toBe(stated);
    }
    expect(readFileSync(join(root, 'dist/archive/SHA256SUMS'), 'utf8')).toContain(
      `  lab-rain-${commitId}/src/a.c\n`,
    );
    expect(second.chain.metadata.deposit).toMatchObject({
      title: 'Rain gauges',
      version: 'v1.0.0',
      publication_date: '2025-03-04',
    });
  });

  it('when files and assets are chosen, these alone are uploaded; metadata is read all the same', async () => {
    write('dist/out/rain.whl', 'wheel');
    const { chain } = await made({ include: ['src/**'], assets: ['dist/out/*.whl'] });
    expect(chain.bundle.entries.map(({ key }) => key)).toEqual([
      'RELEASE_MANIFEST.json',
      'SHA256SUMS',
      'rain.whl',
      'lab-rain-v1.0.0.zip',
    ]);
    expect(chain.frozenFiles).toBe(2);
    expect(chain.metadata.deposit.title).toBe('Rain gauges');
    const alone = await made({ include: [], assets: ['dist/out/rain.whl'] });
    expect(alone.chain.bundle.entries.map(({ key }) => key)).not.toContain('lab-rain-v1.0.0.zip');
    expect(await codes(made({ assets: ['dist/*.exe'] }))).toEqual(['NZ9046']);
  });

  it('when assets have the names of what the archive writes, or of one another, all are named', async () => {
    for (const name of ['bundle.json', 'release-metadata.json', 'metadata-sources', 'a.whl'])
      write(`dist/out/${name}`, name);
    write('dist/more/a.whl', 'another');
    const clashing = made({ include: [], assets: ['dist/out/*', 'dist/more/*'] });
    expect(await codes(clashing)).toEqual(['NZ9046', 'NZ9046', 'NZ9046', 'NZ9046']);
  });

  it('when an asset is missing, a folder or a pipe, it is named and nobody waits', async () => {
    write('dist/out/rain.whl', 'wheel');
    expect(await codes(made({ assets: ['dist/out/none.whl'] }))).toEqual(['NZ9046']);
    expect(await codes(made({ assets: ['dist/out'] }))).toEqual(['NZ9046']);
    execFileSync('mkfifo', [join(root, 'dist/out/pipe')]);
    expect(await codes(made({ assets: ['dist/out/pipe'] }))).toEqual(['NZ1009']);
  });

  it('when the metadata has errors, nothing is made that could be published', async () => {
    write('CITATION.cff', cff.replace('license: MIT', 'license: My own'));
    commit('v2.0.0');
    expect(await codes(made({}, 'v2.0.0'))).toContain('NZ3012');
    expect(await codes(made({ resolver: 'github-integration' }, 'v2.0.0'))).toContain('NZ3057');
  });

  it('when the resolver is that of the integration, its link to the tag is there', async () => {
    const { chain } = await made({ resolver: 'github-integration' });
    expect(chain.metadata.deposit.related_identifiers).toMatchObject([
      { identifier: 'https://github.com/lab/rain/tree/v1.0.0', relation: 'isSupplementTo' },
    ]);
    git('remote', 'remove', 'origin');
    expect(await codes(made({ resolver: 'github-integration' }))).toEqual(['NZ9047']);
    expect((await made()).chain.bundle.entries.at(-1)?.key).toBe('rain-v1.0.0.zip');
  });

  it('when checks are declared, they look at the files of the tag', async () => {
    const check = { kind: 'exists', name: 'Source', paths: ['src/*.c'] };
    await made({ checks: [check] });
    expect(readFileSync(join(root, 'dist/archive/RELEASE_MANIFEST.json'), 'utf8')).toContain(
      '"Source"',
    );
    const absent = { ...check, paths: ['lib/*.c'] };
    expect((await codes(made({ checks: [absent] })))[0]).toMatch(/^NZ22/);
  });

  it('when the folder is in no repository, that is told', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'no-git-'));
    writeFileSync(join(outside, 'zenodo.archive.json'), '{"name": "x"}');
    const read = await readArchiveConfig(outside, 'zenodo.archive.json');
    const run = withArchive(read, { tag: 'v1.0.0', version: 'v1.0.0' }, async (one) => one);
    expect(await codes(run)).toEqual(['NZ9045']);
    rmSync(outside, { recursive: true });
  });
});

describe('several runs at once', () => {
  it('when they make archives of two tags, each holds to its end, one stays, and nothing else is left', async () => {
    write('src/a.c', 'int b;\n');
    commit('v1.1.0');
    const read = await archive({});
    const held = (version: string) =>
      withArchive(read, { tag: version, version }, async ({ root: own, chain }) => {
        for (const { path, sha256: stated } of chain.bundle.entries) {
          expect(sha256(join(own, path))).toBe(stated);
        }
        return chain.bundle.signatureSha256;
      });
    const tags = ['v1.0.0', 'v1.1.0'];
    const digests = await Promise.all([...tags, ...tags, ...tags].map(held));
    expect(new Set(digests).size).toBe(2);
    expect(digests).toContain(sha256(join(root, 'dist/archive/SHA256SUMS')));
    expect(readdirSync(join(root, 'dist'))).toEqual(['archive']);
  });

  it('when a run breaks, the archive of the last one stands as it was', async () => {
    await made();
    expect(await codes(made({ assets: ['none'] }))).toEqual(['NZ9046']);
    expect(readdirSync(join(root, 'dist'))).toEqual(['archive']);
    expect(readdirSync(join(root, 'dist/archive'))).toContain('bundle.json');
  });

  it('when a run was killed, the next one removes what it left, and leaves alone what runs', async () => {
    const { pid = 0 } = spawnSync('true');
    const left = `dist/.archive-${hostname()}-${pid}-aB3dE6/made`;
    const running = `dist/.archive-${hostname()}-${process.pid}-aB3dE6/made`;
    for (const folder of [left, running]) write(`${folder}/SHA256SUMS`, '');
    await made();
    expect([existsSync(join(root, left)), existsSync(join(root, running))]).toEqual([false, true]);
  });

  it('when the folder cannot be made, the system is quoted', async () => {
    write('dist', 'a file');
    expect(await codes(made())).toEqual(['NZ9028']);
  });
});

describe('which tag is archived', () => {
  it('when none is named, it is the one at HEAD that has the form', async () => {
    git('tag', 'other@2');
    const read = await archive({ tags: 'v{version}' });
    const release = { tag: 'v1.0.0', version: '1.0.0' };
    expect(await findTag(read, undefined)).toEqual({ kind: 'release', release });
    expect(await newestTag(read)).toEqual(release);
    git('tag', 'v1.0.1');
    expect(await codes(findTag(read, undefined))).toEqual(['NZ9041']);
    expect(await codes(findTag(read, 'other@2'))).toEqual(['NZ9042']);
    expect(await codes(findTag(await archive({ tags: 'x{version}' }), undefined))).toEqual([
      'NZ9040',
    ]);
  });

  it('when it is a pre-release or skipped, nothing is archived, and it says why', async () => {
    commit('v2.0.0-rc.1');
    expect(await findTag(await archive({}), undefined)).toMatchObject({ kind: 'skipped' });
    expect(await findTag(await archive({ skip: ['v1.*'] }), 'v1.0.0')).toMatchObject({
      kind: 'skipped',
      reason: expect.stringContaining('v1.0.0'),
    });
    expect(await newestTag(await archive({}))).toMatchObject({ tag: 'v1.0.0' });
  });
});

describe('several archives of one repository', () => {
  beforeEach(() => {
    write('packages/core/CITATION.cff', cff.replace('Rain gauges', 'The core'));
    write('packages/core/core.c', 'x');
    commit('core@1.0');
  });

  it('when one lies in a folder, it holds that folder and its own metadata', async () => {
    const { chain } = await made({ tags: 'core@{version}' }, 'core@1.0', 'packages/core');
    expect(chain.metadata.deposit).toMatchObject({ title: 'The core', version: '1.0' });
    const listed = readFileSync(join(root, 'packages/core/dist/archive/SHA256SUMS'), 'utf8');
    expect(listed.match(/[^/\n]+$/gm)).toEqual(['CITATION.cff', 'core.c']);
  });

  it('when they are related, the concept DOI comes from configuration or production receipt', async () => {
    write('zenodo.archive.json', '{"name": "rain", "zenodo": {"conceptRecordId": "700"}}');
    const relations = [
      { relation: 'isPartOf', release: '../..' },
      { relation: 'hasPart', doi: '10.1000/182' },
    ];
    const config = { tags: 'core@{version}', relations };
    const { chain } = await made(config, 'core@1.0', 'packages/core');
    expect(chain.metadata.deposit.related_identifiers).toEqual([
      { identifier: '10.5281/zenodo.700', relation: 'isPartOf' },
      { identifier: '10.1000/182', relation: 'hasPart' },
    ]);
  });

  it('when the other has no record yet, that is told and left out; when it is none, it is refused', async () => {
    write('zenodo.archive.json', '{"name": "rain"}');
    const config = {
      tags: 'core@{version}',
      relations: [{ relation: 'isPartOf', release: '../..' }],
    };
    const { chain, findings } = await made(config, 'core@1.0', 'packages/core');
    expect(chain.metadata.deposit.related_identifiers).toBeUndefined();
    expect(findings.map(({ code }) => code)).toContain('NZ9044');
    const wrong = { ...config, relations: [{ relation: 'isPartOf', release: '../none' }] };
    expect(await codes(made(wrong, 'core@1.0', 'packages/core'))).toContain('NZ9043');
  });
});
